import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { useT, words } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { day } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import type { Approval, Behind, Late, Request } from './figure.ts'

/** The rows behind a figure, each of them a way to its dig. */
export function Rows({ behind, year, onBack }: { behind: Behind; year: number; onBack: () => void }) {
  const t = useT()
  const title =
    behind.of === 'petitions'
      ? t('figure.petitions')
      : t(`figure.name.${behind.of === 'approvals' ? behind.figure : behind.of}`)
  return (
    <Section
      title={`${title} · ${year}`}
      aside={
        <Button size="small" icon="undo" onClick={onBack}>
          {t('figure.back')}
        </Button>
      }
    >
      {behind.of === 'approvals' ? (
        <Approvals figure={behind.figure} year={year} />
      ) : behind.of === 'petitions' ? (
        <Requests year={year} />
      ) : (
        <Clocks which={behind.of} year={year} />
      )}
    </Section>
  )
}

function Approvals({ figure, year }: { figure: string; year: number }) {
  const t = useT()
  const { data, error } = useQuery({
    queryKey: ['figures', 'approvals', figure, year],
    queryFn: async ({ signal }) =>
      (await get<{ approvals: Approval[] }>('/api/figures/approvals', { figure, year, limit: 1000 }, signal)).approvals,
  })
  if (error) return <Trouble error={error} />
  if (!data) return <Loading />
  return (
    <>
      <p className="muted" role="status">
        {t('figure.row_count', { count: data.length })}
      </p>
      <ul className="figures-rows">
        {data.map((row) => (
          <li key={row.reference}>
            <DigLink id={row.project_id} text={row.reference} />{' '}
            <b className="number">
              {t('figure.days_of', { days: row.working_days, limit: row.promised_limit ?? row.statutory_limit ?? '—' })}
            </b>{' '}
            {row.is_late && <span className="tag red">{t('figure.late')}</span>}
            {row.is_on_the_spot && <span className="tag">{t('figure.name.on_the_spot')}</span>}
            <br />
            <small className="muted number">
              {day(row.started_on)} — {day(row.decided_on)}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Clocks({ which, year }: { which: 'breached' | 'unexplained'; year: number }) {
  const t = useT()
  const { data, error } = useQuery({
    queryKey: ['figures', 'late', which, year],
    queryFn: async ({ signal }) => (await get<{ clocks: Late[] }>('/api/figures/late', { which, year }, signal)).clocks,
  })
  if (error) return <Trouble error={error} />
  if (!data) return <Loading />
  return (
    <>
      <p className="muted" role="status">
        {t('figure.row_count', { count: data.length })}
      </p>
      <ul className="figures-rows">
        {data.map((row) => (
          <li key={row.id}>
            {row.subject_id ? (
              <DigLink id={row.subject_id} text={row.name ?? row.reference ?? '—'} />
            ) : (
              (row.name ?? '—')
            )}{' '}
            <span className="tag">{t(`owner.${row.owner}`)}</span>
            <br />
            <small className="muted">
              {words(`clock.${row.kind}`, row.kind)} · <span className="number">{day(row.due_on)}</span>
              {row.promoter_name && ` · ${row.promoter_name}`}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Requests({ year }: { year: number }) {
  const t = useT()
  const { data, error } = useQuery({
    queryKey: ['figures', 'petitions', 'list', year],
    queryFn: async ({ signal }) =>
      (await get<{ petitions: Request[] }>('/api/figures/petitions', { year, limit: 1000 }, signal)).petitions,
  })
  if (error) return <Trouble error={error} />
  if (!data) return <Loading />
  return (
    <>
      <p className="muted" role="status">
        {t('figure.row_count', { count: data.length })}
      </p>
      <ul className="figures-rows">
        {data.map((row) => (
          <li key={row.id}>
            <DigLink id={row.id} text={row.reference} />{' '}
            {row.working_days !== null && (
              <b className="number">
                {row.working_days} {t('figure.working_days')}
              </b>
            )}{' '}
            {row.is_closed && <span className="tag">{t('petition.status.closed')}</span>}
            {row.result && <span className="tag">{t(`value.${row.result}`)}</span>}
            <br />
            <small className="muted number">
              {day(row.came_on)} — {row.answered_on ? day(row.answered_on) : '…'}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function DigLink({ id, text }: { id: string; text: string }) {
  const { go } = useAddress()
  return (
    <button type="button" className="link" onClick={() => go({ sel: id })}>
      {text}
    </button>
  )
}
