import type { CSSProperties } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { day, daysBetween } from '../ui/format.ts'
import type { Answer, Question } from './checkup.ts'

type Bar = { from: string; to: string; look: 'closed' | 'blackout' | 'clock' | 'plan' }
type Line = { key: string; label: string; text: string; bars: Bar[] }

/** From today to the last of the days that matter: what is closed until when, against the days that are planned. Every bar is also said in words. */
export function Timeline({ answer, question }: { answer: Answer; question: Question }) {
  const t = useT()
  const lines = useLines(answer, question)
  const { today } = answer
  const last = [
    question.planned_to,
    answer.earliest.statutory_on,
    ...lines.flatMap(({ bars }) => bars.map(({ to }) => to)),
  ]
    .toSorted()
    .at(-1)!
  const whole = Math.max(1, daysBetween(today, last))
  const share = (to: string) => `${Math.min(100, Math.max(0, (daysBetween(today, to) / whole) * 100))}%`
  return (
    <>
      <ol className="checkup-timeline">
        {lines.map(({ key, label, text, bars }) => (
          <li key={key}>
            <span className="checkup-timeline-label">{label}</span>
            <span className="muted number">{text}</span>
            <span className="checkup-track" aria-hidden="true">
              {bars.map((bar, place) => (
                <i
                  key={place}
                  data-look={bar.look}
                  style={{ '--from': share(bar.from), '--to': share(bar.to) } as CSSProperties}
                />
              ))}
              <i data-look="earliest" style={{ '--from': share(answer.earliest.promised_on) } as CSSProperties} />
            </span>
          </li>
        ))}
      </ol>
      <p className="checkup-axis muted" aria-hidden="true">
        <span>{day(today)}</span>
        <span>{day(last)}</span>
      </p>
      <p className="muted">{t('checkup.line_is', { day: day(answer.earliest.promised_on) })}</p>
    </>
  )
}

function useLines({ today, segments, blackouts, clocks }: Answer, question: Question): Line[] {
  const t = useT()
  const language = useLanguage()
  const roads = segments
    .filter(({ open_until }) => open_until)
    .map((road) => ({
      key: road.id,
      label: pick(language, road.name, road.name_en),
      text: t('checkup.closed_until', { day: day(road.open_until) }),
      bars: [{ from: today, to: road.open_until!, look: 'closed' as const }],
    }))
  const periods = blackouts.map((one) => ({
    key: one.id,
    label: pick(language, one.name_zh, one.name_en),
    text: `${day(one.from_on)} — ${day(one.last_on)}`,
    bars: [{ from: one.from_on < today ? today : one.from_on, to: one.last_on, look: 'blackout' as const }],
  }))
  const approval = clocks && {
    key: 'clocks',
    label: t('checkup.approvals'),
    text: t('checkup.until', { day: day(clocks.promised_on) }),
    bars: [{ from: today, to: clocks.promised_on, look: 'clock' as const }],
  }
  const plan = {
    key: 'plan',
    label: t('checkup.plan'),
    text: `${day(question.planned_from)} — ${day(question.planned_to)}`,
    bars: [{ from: question.planned_from, to: question.planned_to, look: 'plan' as const }],
  }
  return [plan, ...(approval ? [approval] : []), ...roads, ...periods]
}
