import { useT } from '../i18n/index.ts'
import { useSession } from '../shell/session.ts'
import { Section } from '../ui/section.tsx'
import { lastYears, nextYear, yearsBack, yearsOf } from './period.ts'
import type { useQuestion } from './question.ts'

/** The days: dug, or to be dug, between them; the usual ones at a press. */
export function When({ asked }: { asked: ReturnType<typeof useQuestion> }) {
  const t = useT()
  const { session } = useSession()
  const { today } = session
  const { from, to } = asked.question
  const years = yearsOf(today, from, to)
  const next = today ? nextYear(today) : undefined
  const press = (name: string, isOn: boolean, period: { from?: string | undefined; to?: string | undefined }) => (
    <button key={name} type="button" className="areas-chip" aria-pressed={isOn} onClick={() => asked.setPeriod(period)}>
      {name}
    </button>
  )
  return (
    <Section title={t('areas.when')}>
      <div className="areas-chips" role="group" aria-label={t('areas.when')}>
        {press(t('areas.always'), !from && !to, { from: undefined, to: undefined })}
        {today && yearsBack.map((back) => press(t(`areas.last.${back}`), years === back, lastYears(today, back)))}
        {next && press(t('areas.next_year'), from === next.from && to === next.to, next)}
      </div>
      <div className="areas-days">
        {(['from', 'to'] as const).map((name) => (
          <label key={name} className="field">
            <span>{t(`areas.${name}`)}</span>
            <input
              className="input"
              type="date"
              value={asked.question[name] ?? ''}
              min={name === 'to' ? from : undefined}
              max={name === 'from' ? to : undefined}
              onChange={({ target }) => asked.setPeriod({ [name]: target.value || undefined })}
            />
          </label>
        ))}
      </div>
    </Section>
  )
}
