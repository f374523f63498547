import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import type { Key } from '../http/public-id.ts'
import { messageParams } from '../messages/queue.ts'
import { refoldMany } from '../projects/refold-many.ts'
import { moveAlert } from './move.ts'
import { batch, forOrders } from './send-orders.ts'

/** Releases the orders of an alert that is being lifted, batch by batch as they were sent; with the last batch it is lifted. */
export async function releaseOrders(parts: Pick<Parts, 'run'>, key: Key): Promise<void> {
  for (let done = batch; done === batch;)
    done = await parts.run(systemActor(key.district_code), async (ctx) => releaseBatch(ctx, key))
}

export async function releaseBatch(ctx: Context, key: Key, limit = batch): Promise<number> {
  const alert = await ctx.tx.one('alerts/lock_alert', key)
  if (alert?.status !== 'lifting') return 0
  const rows = await ctx.tx.many('alerts/release_orders', {
    ...forOrders(ctx, alert),
    project_id: null,
    limit,
    today: shanghaiDay(ctx.now),
    template: 'alert.lifted',
    params: messageParams('alert.lifted', { kind: alert.kind, level: alert.level }),
  })
  const resumed = rows.filter(({ is_resumed }) => is_resumed)
  await refoldMany(
    ctx,
    key.district_code,
    resumed.map(({ project_id }) => project_id),
  )
  if (rows.length > 0)
    await ctx.audit({
      action: 'alert.release_orders',
      district_code: key.district_code,
      subject_kind: 'alert',
      subject_id: key.id,
      detail: { orders: rows.length, resumed: resumed.length },
    })
  if (rows.length < limit) await moveAlert(ctx, 'finish', alert)
  return rows.length
}
