import { useState } from 'react'
import { useLanguage, useT, words } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { day, instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { useCalendars, useMoved, useRecounts, type Recount } from './calendar.ts'
import './clocks.css'
import { TakeIn } from './take-in.tsx'

/** 日历与重算: by which notices days are counted, how next year's comes in, and which deadlines a notice moved. */
export function CalendarsPanel() {
  const { session } = useSession()
  return (
    <>
      <Notices />
      {session.role === 'admin' && <TakeIn />}
      <Recounts />
    </>
  )
}

function Notices() {
  const t = useT()
  const { data, error, refetch } = useCalendars()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Section title={t('calendar.notices')} count={data.length}>
      <p className="muted">{data[0] && t('calendar.known_until', { day: day(data[0].known_until) })}</p>
      <ul className="calendar-list">
        {data.map(({ version, published_on, known_from, known_until, source, days_off, days_worked }, i) => (
          <li key={version}>
            <b className="number">{known_until.slice(0, 4)}</b>{' '}
            {i === 0 && <span className="tag accent">{t('calendar.newest')}</span>}
            <br />
            <small className="muted">
              {t('calendar.published', { day: day(published_on) })} · {day(known_from)} — {day(known_until)} ·{' '}
              {t('calendar.days', { off: days_off, worked: days_worked })}
            </small>
            <br />
            <a href={source} target="_blank" rel="noreferrer">
              {t('calendar.source')}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Recounts() {
  const t = useT()
  const { data, error, refetch } = useRecounts()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Section title={t('calendar.recounts')} count={data.length}>
      {data.length === 0 && <p className="muted">{t('calendar.no_recounts')}</p>}
      <ul className="calendar-list">
        {data.map((one) => (
          <RecountRow key={one.calendar_version} recount={one} />
        ))}
      </ul>
    </Section>
  )
}

function RecountRow({ recount }: { recount: Recount }) {
  const t = useT()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { calendar_version, started_at, finished_at, examined, moved } = recount
  return (
    <li>
      <b className="number">{calendar_version}</b>{' '}
      {!finished_at && <span className="tag yellow">{t('calendar.under_way')}</span>}
      <br />
      <small className="muted">
        {instant(finished_at ?? started_at, language)} · {t('calendar.examined', { count: examined })} ·{' '}
        {t('calendar.moved', { count: moved })}
      </small>
      {moved > 0 && (
        <details className="more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{t('calendar.what_moved')}</summary>
          {isOpen && <Moved version={calendar_version} />}
        </details>
      )}
    </li>
  )
}

/** Which deadlines, from which day to which, and what it did to their cards. */
function Moved({ version }: { version: string }) {
  const t = useT()
  const { go } = useAddress()
  const { data, error, refetch } = useMoved(version)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <ul className="calendar-moved">
      {data.map(({ id, kind, owner, project_id, reference, name, was_due_on, due_on, was_card, card }) => (
        <li key={id}>
          <span>
            {words(`clock.${kind}`, kind)} · {t(`owner.${owner}`)}
          </span>
          <span className="number">
            {day(was_due_on)} → {day(due_on)}
            {was_card !== card && ` · ${t(`card.${was_card}`)} → ${t(`card.${card}`)}`}
          </span>
          {project_id && (
            <button type="button" className="link" onClick={() => go({ sel: project_id })}>
              {name ?? reference}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
