import { ruleFor } from '../clocks/rules.ts'
import { addMonths, shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Key } from '../http/public-id.ts'
import { queueMessage } from '../messages/queue.ts'
import { movePromise } from './move-promise.ts'

/** A promise whose day is over is broken. What that means is data: the decision is withheld, and its promoter may promise nothing for so many months. */
export async function breakPromise(ctx: Context, key: Key, reference: string): Promise<void> {
  const promise = await ctx.tx.one('permits/find_promise', { district_code: key.district_code, id: key.id })
  const today = shanghaiDay(ctx.now)
  if (promise?.status !== 'accepted' || promise.until >= today) return
  const { value } = await ruleFor(ctx, key.district_code, 'promise.broken', today)
  await movePromise(ctx, 'break', promise, {
    withholds_decision: value.withholds_decision,
    barred_until: addMonths(today, value.no_promise_months),
  })
  await queueMessage(ctx, {
    template: 'promise.broken',
    params: { reference },
    to: { organisation_id: promise.promoter_id },
    subject: { district_code: key.district_code, subject_kind: 'promise', subject_id: promise.id },
  })
}
