import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { currentCalendar } from './calendar.ts'
import { cardOn, deadline } from './cards.ts'
import type { ClockSubject } from './clock.ts'
import { isKnown, previousWorkingDay, shanghaiDay, type Calendar, type Day } from './working-days.ts'

type Running = Queries['clocks/list_running_clocks']['row']
type Times = Pick<Running, 'statutory_limit' | 'promised_limit' | 'due_on' | 'yellow_on' | 'statutory_due_on'>
type Target = Pick<ClockSubject, 'district_code' | 'subject_kind' | 'subject_id'>

/**
 * Lengthens the running clocks of these kinds by so many of their units, both the statutory limit and the promised one, and returns the last day
 * (null: none runs). A promise that is broken already is not mended: its red card stays, only the lawful last day moves.
 */
export function extendClock(ctx: Context, target: Target, kinds: readonly string[], by: number): Promise<Day | null> {
  return retime(ctx, target, kinds, async (clock, calendar, today) => {
    const pauses = await ctx.tx.many('clocks/list_pauses', { district_code: target.district_code, clock_id: clock.id })
    const count = (limit: number) => {
      const times = deadline(
        {
          started_at: new Date(clock.started_at),
          limit,
          unit: clock.unit,
          pauses: pauses.map(({ paused_at, resumed_at }) => ({
            paused_at: new Date(paused_at),
            resumed_at: resumed_at ? new Date(resumed_at) : null,
          })),
        },
        calendar,
      )
      if (times.due_on === null) throw new Error('a running clock cannot be held by an open pause')
      return times
    }
    const statutory_limit = clock.statutory_limit === null ? null : clock.statutory_limit + by
    const isBroken = clock.promised_limit !== null && today > clock.due_on
    const promised_limit = clock.promised_limit === null || isBroken ? clock.promised_limit : clock.promised_limit + by
    const limit = promised_limit ?? statutory_limit
    const { due_on, yellow_on } = isBroken || limit === null ? clock : count(limit)
    const statutory_due_on = statutory_limit === null ? clock.statutory_due_on : count(statutory_limit).due_on
    return { statutory_limit, promised_limit, due_on, yellow_on, statutory_due_on }
  })
}

/** Gives the running clocks of these kinds a last day that something else than a rule fixes: the end of a changed permit. */
export function retimeClock(ctx: Context, target: Target, kinds: readonly string[], due_on: Day): Promise<Day | null> {
  return retime(ctx, target, kinds, ({ statutory_limit, promised_limit }, calendar) =>
    Promise.resolve({
      statutory_limit,
      promised_limit,
      due_on,
      yellow_on: previousWorkingDay(due_on, calendar),
      statutory_due_on: due_on,
    }),
  )
}

async function retime(
  ctx: Context,
  { district_code, subject_kind, subject_id }: Target,
  kinds: readonly string[],
  times: (clock: Running, calendar: Calendar, today: Day) => Promise<Times>,
): Promise<Day | null> {
  const calendar = await currentCalendar(ctx)
  const today = shanghaiDay(ctx.now)
  return ctx.system(async () => {
    const key = { district_code, subject_kind, subject_id, kinds: [...kinds] }
    let last: Day | null = null
    for (const clock of await ctx.tx.many('clocks/list_running_clocks', key)) {
      const moved = await times(clock, calendar, today)
      last = moved.statutory_due_on ?? moved.due_on
      await ctx.tx.run('clocks/retime_clock', {
        district_code,
        id: clock.id,
        ...moved,
        provisional: !isKnown(moved.due_on, calendar) || !isKnown(last, calendar),
        card: cardOn(today, moved),
        calendar_version: calendar.version,
        now: ctx.now.toISOString(),
        recorded_at: ctx.wall.toISOString(),
      })
    }
    return last
  })
}
