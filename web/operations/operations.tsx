import { Suspense, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { OperationForm } from './form.tsx'
import { forms } from './forms.ts'
import './operations.css'
import { operationsOf, type Action, type Operation } from './operation.ts'

type Props = {
  actions: readonly Action[]
  /** called with the operation's name and the server's answer when it has said yes */
  onDone: (name: string, answer?: unknown) => void
  isSmall?: boolean
}

/** The moves of a subject as buttons. What may not be done stays there, off, with the reason in words. */
export function Operations({ actions, onDone, isSmall }: Props) {
  const t = useT()
  const [asked, setAsked] = useState<string>()
  const operations = operationsOf(actions)
  const allowed = operations.filter(({ disabled }) => disabled === false)
  const refused = operations.filter(({ disabled }) => disabled !== false)
  const open = allowed.find(({ id }) => id === asked)
  if (open) {
    const Form = forms[open.name] ?? OperationForm
    return (
      <Suspense fallback={<Loading />}>
        <Form
          key={open.id}
          operation={open}
          onCancel={() => setAsked(undefined)}
          onDone={(answer) => (setAsked(undefined), onDone(open.name, answer))}
        />
      </Suspense>
    )
  }
  if (operations.length === 0) return null
  return (
    <div className="operations">
      {allowed.length > 0 && (
        <div className="operations-row">
          {allowed.map(({ id, label, isMain }) => (
            <Button
              key={id}
              {...(isSmall ? { size: 'small' as const } : isMain ? { look: 'primary' as const } : {})}
              onClick={() => setAsked(id)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {allowed.length === 0 && refused.length > 0 && <p className="muted">{t('action.nothing')}</p>}
      {refused.length > 0 && <Refused operations={refused} />}
    </div>
  )
}

/** The ones that are off: the first few at once, the rest folded. */
function Refused({ operations }: { operations: Operation[] }) {
  const t = useT()
  const rows = operations.map(({ id, label, disabled }) => (
    <li key={id}>
      <button type="button" className="button small" aria-disabled="true" aria-describedby={`why-${id}`}>
        {label}
      </button>
      <span id={`why-${id}`} className="muted">
        {disabled}
      </span>
    </li>
  ))
  return (
    <>
      <ul className="refused">{rows.slice(0, 2)}</ul>
      {rows.length > 2 && (
        <details className="more">
          <summary>{t('action.more', { count: rows.length - 2 })}</summary>
          <ul className="refused">{rows.slice(2)}</ul>
        </details>
      )}
    </>
  )
}
