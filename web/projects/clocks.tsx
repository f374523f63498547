import type { CSSProperties } from 'react'
import { useItemNames } from '../approvals/approval.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useSession } from '../shell/session.ts'
import { day, daysBetween, dayWords, instant } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { ClockHistory } from './clock-history.tsx'
import { dueWords } from './due.ts'
import { Ledger } from './ledger.tsx'
import type { Clock, Project } from './project.ts'

/** The obligations of this dig: running ones first, each with who owes, by when, counted how and by which law. */
export function Clocks({ project }: { project: Project }) {
  const t = useT()
  const { session } = useSession()
  const items = useItemNames(
    project.id,
    project.clocks.some(({ kind }) => kind === 'approval.item'),
  )
  const clocks = project.clocks.map((clock) => ({ ...clock, detail: items.get(clock.subject_id) }))
  const open = clocks.filter(({ state }) => state === 'running' || state === 'paused' || state === 'breached')
  const done = clocks.filter((clock) => !open.includes(clock))
  return (
    <Section title={t('project.clocks')} count={open.length}>
      {open.length === 0 && <p className="muted">{t('clock.none')}</p>}
      <Ledger clocks={clocks} today={session.today} />
      <ClockList clocks={open} />
      {done.length > 0 && (
        <details className="more">
          <summary>{t('clock.done', { count: done.length })}</summary>
          <ClockList clocks={done} />
        </details>
      )}
    </Section>
  )
}

/** Clocks one below the other, as they come. */
export const ClockList = ({ clocks }: { clocks: readonly Clock[] }) => (
  <ul className="clocks">
    {clocks.map((clock) => (
      <ClockRow key={clock.id} clock={clock} />
    ))}
  </ul>
)

/** One obligation with who owes, by when, counted how and by which law. */
function ClockRow({ clock }: { clock: Clock }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const { kind, owner, card, state, due_on, statutory_due_on, provisional, unit, promised_limit, statutory_limit } =
    clock
  const isOpen = state === 'running' || state === 'breached'
  const span = Math.max(daysBetween(clock.started_on, due_on), 1)
  const share = session.today ? Math.min(Math.max(daysBetween(clock.started_on, session.today) / span, 0), 1) : 0
  const limits = [
    promised_limit !== null && t('clock.promised', { limit: t(`unit.${unit}`, { count: promised_limit }) }),
    statutory_limit !== null &&
      statutory_limit !== promised_limit &&
      t('clock.statutory', { limit: t(`unit.${unit}`, { count: statutory_limit }) }),
  ].filter(Boolean)
  return (
    <li data-card={card} data-state={state}>
      <p className="clock-line">
        <b>{clock.detail ?? t(`clock.${kind}`)}</b>
        <span className="tag">{t(`owner.${owner}`)}</span>
        <span className="clock-due">{isOpen ? dueWords(clock, session.today) : t(`clock.state.${state}`)}</span>
      </p>
      {isOpen && <span className="clock-bar" aria-hidden="true" style={{ '--share': share } as CSSProperties} />}
      <p className="muted">
        {t('clock.due_on')} <span className="number">{day(due_on)}</span>
        {statutory_due_on && statutory_due_on !== due_on && (
          <>
            {' '}
            · {t('clock.statutory_due')} {day(statutory_due_on)}
          </>
        )}
        {limits.length > 0 && ` · ${limits.join(' · ')}`}
        {provisional && (
          <>
            {' '}
            ·{' '}
            <span className="tag yellow" title={t('clock.provisional_long')}>
              {t('clock.provisional')}
            </span>
          </>
        )}
      </p>
      {clock.forecast && session.today && (
        <p className="muted">
          {t(`clock.forecast.${clock.forecast.card}`, {
            day: dayWords(clock.forecast.on, language, session.today.slice(0, 4)),
          })}
        </p>
      )}
      {clock.explanation ? (
        <p>{t('clock.explained', { explanation: clock.explanation })}</p>
      ) : (
        clock.acknowledged_at && (
          <p className="muted">{t('clock.acknowledged', { at: instant(clock.acknowledged_at, language) })}</p>
        )
      )}
      <p className="muted clock-basis">{pick(language, clock.basis_zh, clock.basis_en)}</p>
      <ClockHistory clock={clock} />
    </li>
  )
}
