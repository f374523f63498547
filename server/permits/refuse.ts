import { currentCalendar } from '../clocks/calendar.ts'
import { ruleFor } from '../clocks/rules.ts'
import { addCalendarDays, addMonths, nextWorkingDay, shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'

/** 不予许可: with reasons, and with how and until when the applicant may appeal. The dig is planned again and may be applied for anew. */
export const refusePermit = (ctx: Context, permit: PermitRow, change: PermitChange) =>
  withAppeal(ctx, 'refuse', permit, change)

/** 不予受理: a decision of its own, before any examination, and open to appeal in the same way. */
export const refuseToAccept = (ctx: Context, permit: PermitRow, change: PermitChange) =>
  withAppeal(ctx, 'not_accept', permit, change)

async function withAppeal(ctx: Context, name: 'refuse' | 'not_accept', permit: PermitRow, change: PermitChange) {
  const today = shanghaiDay(ctx.now)
  const reconsideration = await ruleFor(ctx, permit.district_code, 'appeal.reconsideration', today)
  const litigation = await ruleFor(ctx, permit.district_code, 'appeal.litigation', today)
  const calendar = await currentCalendar(ctx)
  const appeal = {
    key: `appeal.${name}`,
    review_until: addCalendarDays(today, reconsideration.value.days, calendar).due_on,
    suit_until: nextWorkingDay(addMonths(today, litigation.value.months), calendar),
  }
  return movePermit(ctx, name, permit, { ...change, appeal, data: { appeal } })
}
