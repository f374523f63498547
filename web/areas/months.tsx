import type { CSSProperties } from 'react'
import { useT } from '../i18n/index.ts'
import { Section } from '../ui/section.tsx'
import type { Digs } from './ask.ts'

/** Month by month, how many digs lie open; the figures stand in a table for who cannot see bars. */
export function Months({ months }: { months: Digs['by_month'] }) {
  const t = useT()
  const most = Math.max(1, ...months.map(({ open }) => open))
  if (months.length === 0) return null
  return (
    <Section title={t('areas.by_month')}>
      <div className="areas-months" aria-hidden="true">
        {months.map(({ month, open, begun }) => (
          <i
            key={month}
            title={`${month} · ${t('areas.open')} ${open} · ${t('areas.begun')} ${begun}`}
            style={{ '--share': open / most } as CSSProperties}
          />
        ))}
      </div>
      <p className="areas-months-ends muted" aria-hidden="true">
        <span>{months[0]!.month}</span>
        <span>{t('areas.most_open', { count: most })}</span>
        <span>{months.at(-1)!.month}</span>
      </p>
      <table className="unseen">
        <caption>{t('areas.by_month')}</caption>
        <thead>
          <tr>
            {['month', 'open', 'begun', 'ended'].map((name) => (
              <th key={name} scope="col">
                {t(`areas.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, open, begun, ended }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td>{open}</td>
              <td>{begun}</td>
              <td>{ended}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
