import type { Context } from '../context.ts'
import { notFound, Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { stopOrderMachine } from './states.ts'

/** The promoter's receipt of a stop order (签收). The works were suspended by the order itself and wait for nobody's answer. */
export async function acknowledgeOrder(ctx: Context, key: Key, seen: number | null): Promise<{ alert_id: string }> {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  const order = await ctx.tx.one('alerts/find_order', key)
  if (!order) throw notFound('alerts')
  if (ctx.actor.role === 'promoter' && order.promoter_id !== ctx.actor.organisation_id) throw notFound('alerts')
  const alert = (await ctx.tx.one('alerts/find_alert', { district_code: key.district_code, id: order.alert_id }))!
  await move(ctx, stopOrderMachine, 'acknowledge', order, {
    seen,
    basis: `alert.${alert.kind}`,
    data: { alert_id: alert.id },
    change: ({ status, version }) =>
      ctx.tx.one('alerts/move_order', {
        ...key,
        from: status as never,
        to: stopOrderMachine.moves.acknowledge.to,
        version,
        person_id: ctx.actor.id,
        now: ctx.now.toISOString(),
      }),
  })
  return { alert_id: alert.id }
}
