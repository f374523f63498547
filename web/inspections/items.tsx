import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { Item } from './inspection.ts'

/** What was found wrong, each with how grave it is. */
export function Items({ items }: { items: readonly Item[] }) {
  const t = useT()
  const language = useLanguage()
  if (items.length === 0) return null
  return (
    <ul className="inspection-items">
      {items.map(({ code, note, severity, text_zh, text_en }) => (
        <li key={code}>
          <span className={`tag ${severity === 'high' ? 'red' : 'yellow'}`}>
            {t(`inspection.severity.${severity}`)}
          </span>
          <span>
            {pick(language, text_zh, text_en)}
            {note && <small className="muted"> {note}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}
