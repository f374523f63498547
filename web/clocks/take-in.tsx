import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ChangeEvent, type FormEvent } from 'react'
import { post, ProblemError, type FieldError } from '../api.ts'
import { pick, t, useLanguage, useT, wordsFor } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'

/** Next year's notice, pasted or from a file: what is wrong with it is told by the field, and nothing is taken in until all is right. */
export function TakeIn() {
  const t = useT()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const take = useMutation({
    mutationFn: async () => post<{ version: string }>('/api/calendars', readNotice(text)),
    onSuccess: async ({ version }) => {
      setText('')
      say(t('calendar.taken_in', { version }))
      await client.invalidateQueries()
    },
  })
  const submit = (event: FormEvent) => (event.preventDefault(), take.mutate())
  const read = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? []
    if (file) setText(await file.text())
  }
  const errors = take.error instanceof ProblemError ? take.error.errors : []
  return (
    <Section title={t('calendar.take_in')}>
      <form className="calendar-form" onSubmit={submit}>
        <p className="muted">{t('calendar.take_in_explain')}</p>
        <label className="field">
          <span>{t('calendar.file')}</span>
          <input className="input" type="file" accept="application/json,.json" onChange={(event) => void read(event)} />
        </label>
        <label className="field">
          <span>{t('calendar.text')}</span>
          <textarea
            className="input mono"
            rows={8}
            required
            spellCheck={false}
            value={text}
            aria-invalid={errors.length > 0 || undefined}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        {take.error && <Trouble error={take.error} />}
        <FieldErrors errors={errors} />
        <Button type="submit" look="primary" disabled={take.isPending}>
          {t('calendar.take_in')}
        </Button>
      </form>
    </Section>
  )
}

function FieldErrors({ errors }: { errors: readonly FieldError[] }) {
  const language = useLanguage()
  if (errors.length === 0) return null
  return (
    <div className="calendar-errors" role="alert">
      <ul>
        {errors.map(({ pointer, code, message, message_zh, message_en }) => (
          <li key={pointer + code}>
            <code>{pointer || '/'}</code> {pick(language, message_zh, message_en) || wordsFor(code, message)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function readNotice(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError(0, { code: 'clocks/not-json', detail: t('calendar.not_json') })
  }
}
