import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { shown, useSupervision, type Behind } from './figure.ts'
import { Sparkline } from './sparkline.tsx'

/** For staff: cards raised, clocks broken and by whom, red cards nobody has explained, and who digs first and asks afterwards. */
export function Supervision({ year, onRows }: { year: number; onRows: (behind: Behind) => void }) {
  const t = useT()
  const { data, error, refetch } = useSupervision(year)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { yellow, red, breached, breached_by, unexplained } = data
  const tile = (name: string, months: number[], note?: string) => (
    <li className="figures-tile">
      <h3>{t(`figure.name.${name}`)}</h3>
      <p className="figures-value">
        <b className="number">{months.reduce((sum, n) => sum + n, 0)}</b>
      </p>
      {note && <p className="muted">{note}</p>}
      <Sparkline
        label={t('figure.by_month', { year })}
        unit="working_days"
        months={months.map((value, i) => ({ month: i + 1, value: value || null }))}
      />
      {name === 'breached' && (
        <Button size="small" onClick={() => onRows({ of: 'breached' })}>
          {t('figure.rows')}
          <span className="figures-quiet"> {t('figure.name.breached')}</span>
        </Button>
      )}
    </li>
  )
  return (
    <>
      <Section title={t('figure.supervision')}>
        <ul className="figures-tiles">
          {tile('yellow', yellow)}
          {tile('red', red)}
          {tile(
            'breached',
            breached,
            breached_by.map(({ owner, count }) => `${t(`owner.${owner}`)} ${count}`).join(' · '),
          )}
          <li className="figures-tile">
            <h3>{t('figure.name.unexplained')}</h3>
            <p className="figures-value">
              <b className="number">{unexplained}</b>
            </p>
            <p className="muted">{t('figure.unexplained_why')}</p>
            <Button size="small" onClick={() => onRows({ of: 'unexplained' })}>
              {t('figure.rows')}
              <span className="figures-quiet"> {t('figure.name.unexplained')}</span>
            </Button>
          </li>
        </ul>
      </Section>
      <Emergencies year={year} />
    </>
  )
}

type Shares = {
  promoters: {
    promoter_id: string
    promoter_name: string
    digs: number
    emergencies: number
    late: number
    share: number
  }[]
}

/** 抢险占比: who digs first and asks afterwards, the largest share first. */
function Emergencies({ year }: { year: number }) {
  const t = useT()
  const { data, error } = useQuery({
    queryKey: ['figures', 'emergencies', year],
    queryFn: ({ signal }) =>
      get<Shares>('/api/emergencies/shares', { from: `${year}-01-01`, to: `${year}-12-31`, limit: 20 }, signal),
  })
  if (error) return <Trouble error={error} />
  if (!data) return <Loading />
  return (
    <Section title={t('figure.emergencies')}>
      <p className="muted">{t('figure.emergencies_how')}</p>
      {data.promoters.length === 0 && <p className="muted">{t('figure.emergencies_none')}</p>}
      {data.promoters.length > 0 && (
        <table className="figures-table">
          <thead>
            <tr>
              <th>{t('figure.promoter')}</th>
              <th>{t('figure.share')}</th>
              <th>{t('figure.emergency_count')}</th>
              <th>{t('figure.filed_late')}</th>
            </tr>
          </thead>
          <tbody>
            {data.promoters.map(({ promoter_id, promoter_name, digs, emergencies, late, share }) => (
              <tr key={promoter_id}>
                <td>{promoter_name}</td>
                <td className="number">{shown('share', share)}</td>
                <td className="number">
                  {emergencies} / {digs}
                </td>
                <td className="number">{late}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
