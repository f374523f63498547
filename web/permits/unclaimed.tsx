import { useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { day } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { useUnclaimed } from './permit.ts'
import './permits.css'

/** Granted files that nobody has signed for: a figure, and each of them. Nothing when all are claimed. */
export function UnclaimedFiles() {
  const t = useT()
  const { go } = useAddress()
  const { data } = useUnclaimed()
  if (!data || data.unclaimed === 0) return null
  const { handed_over, signed, unclaimed, overdue } = data
  return (
    <Section title={t('window.unclaimed')} count={unclaimed}>
      <p className="muted number">{t('window.unclaimed_figures', { handed_over, signed, unclaimed, overdue })}</p>
      <ul className="window-list">
        {data.files.slice(0, 5).map((file) => (
          <li key={file.id}>
            <button type="button" className="link" onClick={() => go({ sel: file.project_id })}>
              {file.reference} {file.project_name}
            </button>
            <small className={file.is_overdue ? 'window-missing number' : 'muted number'}>
              {file.due_on ? day(file.due_on) : '—'}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
