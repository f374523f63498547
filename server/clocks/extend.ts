import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { currentCalendar } from './calendar.ts'
import { cardOn } from './cards.ts'
import { marksFor, type ClockSubject } from './clock.ts'
import { countClock, termsOf, type Terms } from './count.ts'
import { shanghaiDay, type Day } from './working-days.ts'

type Running = Queries['clocks/list_running_clocks']['row']
type Limits = Pick<Terms, 'statutory_limit' | 'promised_limit' | 'limit_months' | 'fixed_due_on'>
type Target = Pick<ClockSubject, 'district_code' | 'subject_kind' | 'subject_id'>

/**
 * Lengthens the running clocks of these kinds by so many of their own units, both the statutory limit and the promised one, and returns the last
 * lawful day (null: none runs). A promise that is broken already is not mended: its red card stays, only the lawful last day moves.
 */
export function extendClock(ctx: Context, target: Target, kinds: readonly string[], by: number): Promise<Day | null> {
  const longer = (limit: number | null) => (limit === null ? null : limit + by)
  return retime(ctx, target, kinds, (clock, today) => ({
    statutory_limit: longer(clock.statutory_limit),
    promised_limit: today > clock.due_on ? clock.promised_limit : longer(clock.promised_limit),
    limit_months: longer(clock.limit_months),
    fixed_due_on: null,
  }))
}

/** Gives the running clocks of these kinds a last day that something else than a rule fixes: the end of a changed permit. */
export function retimeClock(ctx: Context, target: Target, kinds: readonly string[], due_on: Day): Promise<Day | null> {
  return retime(ctx, target, kinds, () => ({
    statutory_limit: null,
    promised_limit: null,
    limit_months: null,
    fixed_due_on: due_on,
  }))
}

async function retime(
  ctx: Context,
  { district_code, subject_kind, subject_id }: Target,
  kinds: readonly string[],
  limitsOf: (clock: Running, today: Day) => Limits,
): Promise<Day | null> {
  const calendar = await currentCalendar(ctx)
  const marks = await marksFor(ctx, district_code)
  const today = shanghaiDay(ctx.now)
  return ctx.system(async () => {
    const key = { district_code, subject_kind, subject_id, kinds: [...kinds] }
    let last: Day | null = null
    for (const clock of await ctx.tx.many('clocks/list_running_clocks', key)) {
      const pauses = await ctx.tx.many('clocks/list_pauses', { district_code, clock_id: clock.id })
      const { fixed_due_on, ...limits } = limitsOf(clock, today)
      const times = countClock({ ...termsOf({ ...clock, pauses }), ...limits, fixed_due_on }, calendar, marks)
      last = times.statutory_due_on ?? times.due_on
      await ctx.tx.run('clocks/extend_clock', {
        district_code,
        id: clock.id,
        ...limits,
        ...times,
        card: cardOn(today, times),
        calendar_version: calendar.version,
        now: ctx.now.toISOString(),
        recorded_at: ctx.wall.toISOString(),
      })
    }
    return last
  })
}
