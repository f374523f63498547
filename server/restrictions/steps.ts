import { currentCalendar } from '../clocks/calendar.ts'
import { deadline, type ClockUnit, type Marks } from '../clocks/cards.ts'
import { marksFor } from '../clocks/clock.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay, startOfDay, type Calendar, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { latestOf } from './earliest.ts'

/** Which clocks stand between an application and the first day of works: one after another, or beside them (`after` null). */
const order = [
  { kind: 'permit.acceptance', after: null },
  { kind: 'permit.decision', after: 'permit.acceptance' },
  // Utilities' answers gate the start, and are asked for with the application.
  { kind: 'utility.response', after: null },
] as const

interface Step {
  kind: string
  unit: ClockUnit
  promised: number | null
  statutory: number | null
  from_on: Day
  promised_on: Day
  statutory_on: Day
  provisional: boolean
  basis_zh: string
  basis_en: string
}

/** The clocks of an application filed now, by the limits promised and by the law's, and the day on which the last of them has run out. */
export async function stepsOf(ctx: Context, district_code: number) {
  const today = shanghaiDay(ctx.now)
  const calendar = await currentCalendar(ctx)
  const counting = { calendar, marks: await marksFor(ctx, district_code) }
  const steps: Step[] = []
  for (const { kind, after } of order) {
    const rule = await ruleFor(ctx, district_code, kind, today)
    const { statutory, promised } = rule.value as { statutory?: number; promised?: number }
    const before = steps.find((step) => step.kind === after)
    const unit = rule.unit as ClockUnit
    const soon = lastDay(before?.promised_on ?? today, (promised ?? statutory)!, unit, counting)
    const late = lastDay(before?.statutory_on ?? today, (statutory ?? promised)!, unit, counting)
    steps.push({
      kind,
      unit,
      promised: promised ?? null,
      statutory: statutory ?? null,
      from_on: before?.promised_on ?? today,
      promised_on: soon.due_on,
      statutory_on: late.due_on,
      provisional: late.provisional || soon.provisional,
      basis_zh: rule.basis_zh,
      basis_en: rule.basis_en,
    })
  }
  return {
    steps,
    promised_on: latestOf(...steps.map(({ promised_on }) => promised_on)),
    statutory_on: latestOf(...steps.map(({ statutory_on }) => statutory_on)),
    provisional: steps.some(({ provisional }) => provisional),
    calendar_version: calendar.version,
  }
}

function lastDay(from: Day, limit: number, unit: ClockUnit, counting: { calendar: Calendar; marks: Marks }) {
  const { due_on, provisional } = deadline(
    { started_at: startOfDay(from), limit, unit },
    counting.calendar,
    counting.marks,
  )
  if (due_on === null) throw new Error('a clock without a pause has a last day')
  return { due_on, provisional }
}
