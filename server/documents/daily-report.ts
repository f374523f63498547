import { shanghaiDay, shiftDay, startOfDay, isDay, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid, Problem } from '../http/problem.ts'

/** What is counted, in the order of the columns. */
export const measures = [
  'started',
  'finished',
  'open',
  'over_time',
  'yellow_cards',
  'red_cards',
  'emergencies',
  'inspections',
  'detections_without_permit',
] as const
export type Measure = (typeof measures)[number]
export type Counts = Record<Measure, number>
export interface StreetCounts extends Counts {
  admin_code: string | null
  street_zh: string | null
  street_en: string | null
}
export interface DailyReport {
  day: Day
  streets: StreetCounts[]
  total: Counts
}

/** Which measures an event counts towards: an emergency is a start too. */
const counted: Readonly<Record<string, readonly Measure[]>> = {
  'works.started': ['started'],
  'works.emergency_started': ['started', 'emergencies'],
  'works.completed': ['finished'],
  'clock.turned_yellow': ['yellow_cards'],
  'clock.turned_red': ['red_cards'],
  'inspection.recorded': ['inspections'],
}
export const staff: readonly string[] = ['authority', 'inspector', 'planner', 'auditor', 'admin']

/** 今日动土日报: what a day brought, by street, in business time; `open` and `over_time` as it stood when the day ended, or stands now. */
export async function dailyReport(ctx: Context, asked?: string): Promise<DailyReport> {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (!staff.includes(ctx.actor.role)) throw new Problem(403, 'documents/not-your-report')
  const day = dayOf(ctx, asked)
  const { district_code } = ctx.actor
  const [from, until] = boundsOf(day)
  const streets = new Map<string | null, StreetCounts>()
  const at = (row: Place) => {
    const known = streets.get(row.admin_code)
    const street = known ?? { ...row, ...none() }
    streets.set(row.admin_code, street)
    return street
  }
  const types = Object.keys(counted)
  for (const { type, count, ...place } of await ctx.tx.many('documents/count_day', {
    district_code,
    from,
    until,
    types,
  }))
    for (const measure of counted[type]!) at(place)[measure] += count
  for (const { open, over_time, ...place } of await ctx.tx.many('documents/count_open', { district_code, until, day }))
    Object.assign(at(place), { open, over_time })
  for (const { count, ...place } of await ctx.tx.many('documents/count_detections', { district_code, from, until }))
    at(place).detections_without_permit += count
  const sorted = [...streets.values()].sort((one, other) =>
    (one.admin_code ?? '9') < (other.admin_code ?? '9') ? -1 : 1,
  )
  const total = none()
  for (const street of sorted) for (const measure of measures) total[measure] += street[measure]
  return { day, streets: sorted, total }
}

/** From the first instant of a day in Shanghai to the first of the next. */
export const boundsOf = (day: Day): [from: string, until: string] => [
  startOfDay(day).toISOString(),
  startOfDay(shiftDay(day, 1)).toISOString(),
]

type Place = Pick<StreetCounts, 'admin_code' | 'street_zh' | 'street_en'>
const none = () => Object.fromEntries(measures.map((measure) => [measure, 0])) as Counts

function dayOf(ctx: Context, asked: string | undefined): Day {
  const today = shanghaiDay(ctx.now)
  const day = asked ?? today
  if (!isDay(day) || day > today)
    throw invalid('documents/invalid', [
      field('/day', 'documents/day-not-yet', '该日尚未到来', 'that day has not come yet'),
    ])
  return day
}
