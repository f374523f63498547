import type { UseMutationResult } from '@tanstack/react-query'
import { useId, type FormEvent, type ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'

type Props = {
  label: string
  act: UseMutationResult<unknown, Error, string>
  onCancel: () => void
  /** further fields */
  children?: ReactNode
}

/** An act that needs its reason said: one field, done or given up. Escape gives it up. */
export function ReasonForm({ label, act, onCancel, children }: Props) {
  const t = useT()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.mutate(String(new FormData(event.currentTarget).get('reason')).trim())
  }
  return (
    <form
      className="reason-form"
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && (event.preventDefault(), onCancel())}
    >
      {children}
      <div className="field">
        <label htmlFor={id}>{t('field.reason')}</label>
        <textarea id={id} className="input" name="reason" required maxLength={2000} autoFocus />
      </div>
      {act.error && <Trouble error={act.error} />}
      <div className="reason-form-row">
        <Button type="submit" look="primary" size="small" disabled={act.isPending}>
          {t('action.confirm', { action: label })}
        </Button>
        <Button size="small" look="quiet" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}
