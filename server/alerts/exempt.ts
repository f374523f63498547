import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid, notFound, Problem, wrongState } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { messageParams } from '../messages/queue.ts'
import { refold } from '../projects/refold.ts'
import { forOrders, type LockedAlert } from './send-orders.ts'

/**
 * Leaves one dig free of an alert that stands (豁免), with the reason on record: its stop order is released, its works go on unless another alert
 * holds them, and its promoter is told, all at once. 422 when there is no such dig or it is free already.
 */
export async function exemptDig(
  ctx: Context,
  key: Key,
  { project_id, reason }: { project_id: string; reason: string },
): Promise<void> {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  // An alert is public, so it may be known elsewhere; only its own district leaves a dig free of it.
  if (ctx.actor.role !== 'authority' || !ctx.actor.districts.includes(key.district_code))
    throw new Problem(403, 'alerts/not-your-move')
  const alert = await ctx.system(() => ctx.tx.one('alerts/lock_alert', key))
  if (!alert) throw notFound('alerts')
  if (alert.status !== 'issued' && alert.status !== 'in_force')
    throw wrongState('alerts', { move: 'exempt', status: alert.status })
  const dig = parsePublicId('prj', project_id)
  const of = { district_code: key.district_code, alert_id: key.id, reason }
  const left =
    dig?.district_code === key.district_code &&
    (await ctx.tx.one('alerts/insert_exemption', { ...of, project_id: dig.id }))
  if (!left)
    throw invalid('alerts/invalid', [
      field('/project_id', 'alerts/dig-unknown', '没有这个动土项目，或已豁免', 'no such dig, or it is free already'),
    ])
  await ctx.system(() => release(ctx, alert, dig!.id))
  await ctx.audit({
    action: 'alert.exempt',
    district_code: key.district_code,
    subject_kind: 'alert',
    subject_id: key.id,
    reason,
    detail: { project_id },
  })
}

async function release(ctx: Context, alert: LockedAlert, project_id: string): Promise<void> {
  const rows = await ctx.tx.many('alerts/release_orders', {
    ...forOrders(ctx, alert),
    actor_name: systemActor(alert.district_code).name,
    actor_role: 'system',
    project_id,
    limit: 1,
    today: shanghaiDay(ctx.now),
    template: 'alert.exempted',
    params: messageParams('alert.exempted', { kind: alert.kind, level: alert.level }),
  })
  if (rows.some(({ is_resumed }) => is_resumed))
    await refold(ctx, { district_code: alert.district_code, id: project_id })
}
