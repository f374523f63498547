import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { move } from '../machine/move.ts'
import { alertMachine, type AlertMove } from './states.ts'

type Row = Pick<Queries['alerts/lock_alert']['row'], 'district_code' | 'id' | 'kind' | 'status' | 'version'>

/** Every move of an alert: through the table, by the rule of its kind. */
export async function moveAlert(
  ctx: Context,
  name: AlertMove,
  alert: Row,
  change: { seen?: number | null; reason?: string; data?: object } = {},
): Promise<void> {
  const mover = { ...alert, project_id: null }
  await move(ctx, alertMachine, name, mover, {
    seen: change.seen,
    reason: change.reason,
    basis: `alert.${alert.kind}`,
    data: { ...change.data, ...(change.reason ? { reason: change.reason } : {}) },
    change: ({ status, version }) =>
      ctx.tx.one('alerts/move_alert', {
        district_code: alert.district_code,
        id: alert.id,
        from: status as never,
        to: alertMachine.moves[name].to,
        version,
        reason: change.reason ?? null,
        now: ctx.now.toISOString(),
      }),
  })
}
