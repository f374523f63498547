import { useT } from '../i18n/index.ts'
import { isStaff } from '../shell/roles.ts'
import { useSession } from '../shell/session.ts'
import { Icon } from '../ui/icon.tsx'
import './documents.css'

/** 今日动土日报 in one click: the day's digs as a paper to read, or as a table. */
export function DailyReport() {
  const t = useT()
  const { session } = useSession()
  if (!isStaff(session.role)) return null
  return (
    <div className="daily-report">
      <a className="button small" href="/api/reports/daily?format=pdf" target="_blank" rel="noreferrer">
        <Icon name="file" size={15} />
        {t('paper.daily')}
      </a>
      <a className="button small" href="/api/reports/daily?format=csv" aria-label={t('paper.daily_csv')}>
        CSV
      </a>
    </div>
  )
}
