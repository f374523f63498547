import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'

type Props = {
  label: string
  act: { mutate: (form: FormData) => void; error: unknown; isPending: boolean }
  /** selector of what has the cursor at first */
  focus: string
  /** false while what it is about is not known yet */
  isReady?: boolean
  /** what to read below a refusal */
  refused?: ReactNode
  onCancel: () => void
  children: ReactNode
}

/** The frame of every form of an operation: its name, its fields, a refusal in words, yes and no; Escape is no. */
export function OperationShell({ label, act, focus, isReady = true, refused, onCancel, children }: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>(focus)?.focus(), [focus])
  return (
    <form
      ref={form}
      className="operation-form"
      aria-label={label}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (isReady) act.mutate(new FormData(event.currentTarget))
      }}
      onKeyDown={(event) => event.key === 'Escape' && (event.preventDefault(), onCancel())}
    >
      <h2>{label}</h2>
      {children}
      {act.error != null && <Trouble error={act.error} />}
      {refused}
      <div className="operations-row">
        <Button type="submit" look="primary" disabled={act.isPending || !isReady}>
          {t('action.confirm', { action: label })}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}
