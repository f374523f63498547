import type { InputHTMLAttributes } from 'react'
import { pick, useLanguage, useT, wordsFor } from '../i18n/index.ts'
import { wrongIn } from './account.ts'

type Props = InputHTMLAttributes<HTMLInputElement> & {
  name: string
  label: string
  hint?: string
  /** the refusal of the form, of which this field shows its own part */
  error?: unknown
}

/** A field with its name, its hint, and what the server found wrong with it. */
export function Field({ name, label, hint, error, required = true, ...rest }: Props) {
  const t = useT()
  const language = useLanguage()
  const wrong = wrongIn(error, name)
  return (
    <label className="field">
      <span>
        {label}
        {!required && <small className="hint"> {t('field.optional')}</small>}
      </span>
      <input className="input" name={name} required={required} aria-invalid={wrong ? true : undefined} {...rest} />
      {hint && <small className="hint">{hint}</small>}
      {wrong && (
        <small className="wrong">
          {pick(language, wrong.message_zh, wrong.message_en) || wordsFor(wrong.code, wrong.message)}
        </small>
      )}
    </label>
  )
}
