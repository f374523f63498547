import type { Context } from '../context.ts'
import { currentCalendar } from './calendar.ts'
import { cardOn } from './cards.ts'
import { marksFor, type ClockSubject } from './clock.ts'
import { countClock, termsOf } from './count.ts'
import { shanghaiDay } from './working-days.ts'

/**
 * Takes back the last stop of these kinds on a subject: the clocks run on from where they began, as if they had not been stopped,
 * with the card of today. What was stopped and what runs again are both lines of their ledger.
 */
export async function reopenClocks(
  ctx: Context,
  { district_code, subject_kind, subject_id }: Pick<ClockSubject, 'district_code' | 'subject_kind' | 'subject_id'>,
  kinds: readonly string[],
): Promise<void> {
  const calendar = await currentCalendar(ctx)
  const marks = await marksFor(ctx, district_code)
  await ctx.system(async () => {
    const key = { district_code, subject_kind, subject_id, kinds: [...kinds] }
    for (const clock of await ctx.tx.many('clocks/list_stopped_clocks', key)) {
      const pauses = await ctx.tx.many('clocks/list_pauses', { district_code, clock_id: clock.id })
      const times = countClock(termsOf({ ...clock, pauses }), calendar, marks)
      await ctx.tx.run('clocks/reopen_clock', {
        district_code,
        id: clock.id,
        ...times,
        card: cardOn(shanghaiDay(ctx.now), times),
        calendar_version: calendar.version,
        now: ctx.now.toISOString(),
        recorded_at: ctx.wall.toISOString(),
      })
    }
  })
}
