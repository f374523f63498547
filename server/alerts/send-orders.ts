import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Parts } from '../http/environment.ts'
import type { Key } from '../http/public-id.ts'
import { messageParams } from '../messages/queue.ts'
import { refoldMany } from '../projects/refold-many.ts'
import { moveAlert } from './move.ts'

export type LockedAlert = Queries['alerts/lock_alert']['row']

/** Digs in one transaction: small enough to hold nobody up. */
export const batch = 500
/** 动土期限: what an alert keeps from running while nothing may be dug. */
export const pausedKinds = ['works.period']

/**
 * Sends the stop orders of an alert, batch by batch, each one transaction that is whole by itself: a run that was killed goes on where
 * it was, and no dig is ordered twice. While the alert stands it also finds emergencies that began meanwhile.
 */
export async function sendOrders(parts: Pick<Parts, 'run'>, key: Key): Promise<void> {
  for (let sent = batch; sent === batch;)
    sent = await parts.run(systemActor(key.district_code), async (ctx) => sendBatch(ctx, key))
}

/** One batch; how many orders it wrote. */
export async function sendBatch(ctx: Context, key: Key, limit = batch): Promise<number> {
  const alert = await ctx.tx.one('alerts/lock_alert', key)
  if (!alert || (alert.status !== 'issued' && alert.status !== 'in_force') || new Date(alert.from_at) > ctx.now)
    return 0
  const rows = await ctx.tx.many('alerts/send_orders', {
    ...forOrders(ctx, alert),
    limit,
    answer_by: new Date(ctx.now.getTime() + alert.answer_hours * 3_600_000).toISOString(),
    params: messageParams('alert.stopped', {
      kind: alert.kind,
      level: alert.level,
      until: shanghaiDay(new Date(alert.until_at)),
    }),
  })
  const halted = rows.filter(({ is_halted }) => is_halted)
  await refoldMany(
    ctx,
    key.district_code,
    halted.map(({ project_id }) => project_id),
  )
  if (rows.length > 0)
    await ctx.audit({
      action: 'alert.send_orders',
      district_code: key.district_code,
      subject_kind: 'alert',
      subject_id: key.id,
      detail: { orders: rows.length, halted: halted.length },
    })
  if (rows.length < limit && alert.status === 'issued') await moveAlert(ctx, 'take_effect', alert)
  return rows.length
}

/** What both statements over many orders need to know of the alert, the actor and the time. */
export function forOrders(ctx: Context, alert: LockedAlert) {
  return {
    district_code: alert.district_code,
    alert_id: alert.id,
    paused_kinds: pausedKinds,
    basis_zh: alert.basis_zh,
    basis_en: alert.basis_en,
    actor_name: ctx.actor.name,
    actor_role: ctx.actor.role,
    now: ctx.now.toISOString(),
    recorded_at: ctx.wall.toISOString(),
  }
}
