import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { ProblemError, type FieldError } from '../api.ts'
import { pick, useLanguage, useT, wordsFor } from '../i18n/index.ts'
import type { FormProps } from './forms.ts'
import type { Field } from './operation.ts'
import { OperationShell } from './shell.tsx'

type Props = FormProps & { children?: ReactNode }

/** Asks what an operation needs, then does it; a refused field says so where it stands. `children`: what to read before one answers. */
export function OperationForm({ operation, onCancel, onDone, children }: Props) {
  const act = useMutation({ mutationFn: operation.run, onSuccess: (answer) => onDone(answer) })
  const wrong = act.error instanceof ProblemError ? act.error.errors : []
  return (
    <OperationShell label={operation.label} act={act} focus="input, select, textarea, button" onCancel={onCancel}>
      {children}
      {operation.fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          wrong={wrong.find(({ pointer }) => `${pointer}/`.startsWith(`/${field.name}/`))}
        />
      ))}
    </OperationShell>
  )
}

const GroundField = lazy(async () => ({ default: (await import('./ground-field.tsx')).GroundField }))

function FieldInput({ field, wrong }: { field: Field; wrong: FieldError | undefined }) {
  const t = useT()
  const language = useLanguage()
  const { name, kind, isRequired } = field
  const label = t(`field.${name}`)
  if (kind === 'boolean') {
    return (
      <label className="field-check">
        <input type="checkbox" name={name} /> {label}
      </label>
    )
  }
  const title = (
    <span>
      {label}
      {!isRequired && <small className="hint"> {t('field.optional')}</small>}
    </span>
  )
  const fault = wrong && (
    <small className="wrong">
      {pick(language, wrong.message_zh, wrong.message_en) || wordsFor(wrong.code, wrong.message)}
    </small>
  )
  // buttons that draw are no part of a label
  if (kind === 'geometry')
    return (
      <div className="field" role="group" aria-label={label}>
        {title}
        <Suspense>
          <GroundField name={name} />
        </Suspense>
        {fault}
      </div>
    )
  return (
    <label className="field">
      {title}
      <Control field={field} isWrong={wrong !== undefined} />
      {kind === 'items' && <small className="hint">{t('field.one_per_line')}</small>}
      {fault}
    </label>
  )
}

const long = /reason|note|description|conditions|answer|explanation|^text$/

function Control({ field, isWrong }: { field: Field; isWrong: boolean }) {
  const t = useT()
  const { name, kind, isRequired, options } = field
  const rest = { className: 'input', name, required: isRequired, 'aria-invalid': isWrong || undefined }
  if (kind === 'choice') {
    return (
      <select {...rest}>
        {!isRequired && <option value="" />}
        {options.map((value) => (
          <option key={value} value={value}>
            {t(`value.${value}`)}
          </option>
        ))}
      </select>
    )
  }
  if (kind === 'items' || (kind === 'text' && long.test(name))) return <textarea {...rest} />
  if (kind === 'attachment') return <input type="file" multiple {...rest} />
  if (kind === 'number') return <input type="number" step="any" {...rest} />
  if (kind === 'date') return <input type="date" {...rest} />
  if (kind === 'datetime') return <input type="datetime-local" {...rest} />
  return <input type="text" {...rest} />
}
