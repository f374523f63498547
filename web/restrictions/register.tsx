import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { register, type Question } from './checkup.ts'

/** What was checked becomes a plan of one's own, with the same shape and days; only its name is asked. */
export function Register({ question }: { question: Question }) {
  const t = useT()
  const { go } = useAddress()
  const file = useMutation({
    mutationFn: (name: string) => register(question, name),
    onSuccess: (id) => {
      say(t('checkup.registered'))
      go({ sel: id })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    file.mutate(String(new FormData(event.currentTarget).get('name')).trim())
  }
  return (
    <Section title={t('checkup.register_title')}>
      <form className="checkup-register" onSubmit={submit}>
        <label className="field">
          <span>{t('checkup.name')}</span>
          <input className="input" name="name" required minLength={2} maxLength={200} />
        </label>
        <Button type="submit" look="primary" disabled={file.isPending}>
          {t('checkup.register')}
        </Button>
      </form>
      {file.error && <Trouble error={file.error} />}
    </Section>
  )
}
