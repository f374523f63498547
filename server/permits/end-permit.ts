import { currentCalendar } from '../clocks/calendar.ts'
import { ruleFor } from '../clocks/rules.ts'
import { addWorkingDays, shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'

type Ending = 'revoke' | 'withdraw' | 'cancel_as_penalty' | 'deregister'

/** Four legal acts by which an authority ends a permit: each cites its law and says why. */
export const endPermit =
  (name: Ending) =>
  (ctx: Context, permit: PermitRow, change: PermitChange): Promise<{ version: number }> =>
    movePermit(ctx, name, permit, {
      ...change,
      data: {
        basis: change.ending_basis,
        ...(change.hearing_told_on ? { hearing_told_on: change.hearing_told_on } : {}),
      },
    })

/** 吊销 is a penalty: the holder is told of its right to a hearing first, and has the days of the rule to ask for one (行政处罚法 63, 64). */
export async function cancelAsPenalty(
  ctx: Context,
  permit: PermitRow,
  change: PermitChange & { hearing_told_on: string },
): Promise<{ version: number }> {
  const today = shanghaiDay(ctx.now)
  const told = change.hearing_told_on
  if (told > today)
    throw invalid('permits/invalid', [
      field('/hearing_told_on', 'permits/in-the-future', '日期在将来', 'the day lies in the future'),
    ])
  return endPermit('cancel_as_penalty')(ctx, permit, {
    ...change,
    guard: async () => {
      const { value } = await ruleFor(ctx, permit.district_code, 'penalty.hearing', today)
      const until = addWorkingDays(told, value.days, await currentCalendar(ctx)).due_on
      return today <= until ? 'permits/hearing-time-runs' : null
    },
  })
}
