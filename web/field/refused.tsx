import { useLanguage, useT, wordsFor } from '../i18n/index.ts'
import type { Kept } from './kept.ts'

/** Why the server did not write a visit down, field by field. */
export function Refused({ kept: { refusal } }: { kept: Kept }) {
  const t = useT()
  const language = useLanguage()
  if (!refusal) return null
  return (
    <div className="trouble" role="alert">
      <p>
        {t('fieldwork.was_refused')} {wordsFor(refusal.code, refusal.detail)}
      </p>
      {refusal.fields.map((both) => (
        <p key={both} className="wrong">
          {both.split('\n')[language === 'en' ? 1 : 0]}
        </p>
      ))}
    </div>
  )
}
