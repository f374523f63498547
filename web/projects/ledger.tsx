import type { CSSProperties } from 'react'
import { useT } from '../i18n/index.ts'
import { day, daysBetween } from '../ui/format.ts'
import type { Clock } from './project.ts'

/**
 * The deadlines of a dig as a picture: a row for each, over one line of days. Dark is what has been used, light what is left,
 * hatched what was not counted; a stroke marks the last day, a second one the day by law. The list beside it says the same in words.
 */
export function Ledger({ clocks, today }: { clocks: readonly Clock[]; today: string }) {
  const t = useT()
  const rows = clocks.toSorted((a, b) => (a.started_on < b.started_on ? -1 : 1))
  const first = rows[0]?.started_on
  if (!first || !today) return null
  const last = rows.reduce((latest, clock) => [latest, clock.due_on, endOf(clock, today)].sort().at(-1)!, today)
  const span = Math.max(daysBetween(first, last), 1)
  const at = (on: string) => `${Math.min(Math.max(daysBetween(first, on) / span, 0), 1) * 100}%`
  return (
    <figure className="ledger">
      <ol aria-label={t('clock.ledger')}>
        {rows.map((clock) => (
          <li key={clock.id} data-card={clock.card} data-state={clock.state}>
            <span className="ledger-name">{clock.detail ?? t(`clock.${clock.kind}`)}</span>
            <span
              className="ledger-track"
              role="img"
              aria-label={t('clock.ledger_row', { from: day(clock.started_on), to: day(clock.due_on) })}
            >
              <i className="ledger-left" style={stretch(at, clock.started_on, clock.due_on)} />
              <i className="ledger-used" style={stretch(at, clock.started_on, endOf(clock, today))} />
              {clock.pauses.map((pause) => (
                <i
                  key={pause.paused_at}
                  className="ledger-pause"
                  style={stretch(at, day(pause.paused_at), pause.resumed_at ? day(pause.resumed_at) : today)}
                />
              ))}
              <i className="ledger-mark" style={{ insetInlineStart: at(clock.due_on) }} />
              {clock.statutory_due_on && clock.statutory_due_on !== clock.due_on && (
                <i className="ledger-mark by-law" style={{ insetInlineStart: at(clock.statutory_due_on) }} />
              )}
              <i className="ledger-today" style={{ insetInlineStart: at(today) }} />
            </span>
          </li>
        ))}
      </ol>
      <figcaption className="muted">
        <span className="number">{day(first)}</span>
        <span>{t('clock.ledger_today', { day: day(today) })}</span>
        <span className="number">{day(last)}</span>
      </figcaption>
    </figure>
  )
}

/** How far a clock has run: to its end, or to today. */
function endOf({ state, stopped_at }: Clock, today: string): string {
  return state === 'running' || state === 'paused' || !stopped_at ? today : day(stopped_at)
}

function stretch(at: (on: string) => string, from: string, to: string): CSSProperties {
  return { insetInlineStart: at(from), insetInlineEnd: `calc(100% - ${at(to)})` }
}
