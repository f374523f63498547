import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { post } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { say } from '../ui/toast.tsx'
import type { Body, Question } from './question.ts'

/** Keeps the area under a name for one's organisation, with the days and the filter that were asked. */
export function SaveForm({ question, body }: { question: Question; body: Body }) {
  const t = useT()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const { area, collections: _one, ...asked } = body
  const save = useMutation({
    mutationFn: (name: string) =>
      post('/api/areas/saved', { name, area, query: { ...asked, collections: question.collections } }),
    onSuccess: () => {
      setOpen(false)
      say(t('areas.saved_done'))
      void client.invalidateQueries({ queryKey: ['areas', 'saved'] })
    },
  })
  if (!isOpen)
    return (
      <Button size="small" look="quiet" icon="folder" onClick={() => setOpen(true)}>
        {t('areas.save')}
      </Button>
    )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(String(new FormData(event.currentTarget).get('name') ?? '').trim())
  }
  return (
    <form className="areas-road areas-save" onSubmit={submit}>
      <label className="field">
        <span>{t('areas.name')}</span>
        <input className="input" name="name" maxLength={100} required autoFocus />
      </label>
      <Button type="submit" look="primary" disabled={save.isPending}>
        {t('areas.save')}
      </Button>
      <Button look="quiet" onClick={() => setOpen(false)}>
        {t('app.cancel')}
      </Button>
      {save.error && <Trouble error={save.error} />}
    </form>
  )
}
