import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import { actionsOf, type Action } from '../machine/machine.ts'
import { alertMachine, stopOrderMachine } from './states.ts'

export type AlertRow = Queries['alerts/find_alert']['row']
export type OrderRow = Queries['alerts/list_orders']['row']
type Counts = Omit<Queries['alerts/list_counts']['row'], 'alert_id'>

export function alertKey(id: string): Key {
  const key = parsePublicId('alt', id)
  if (!key) throw notFound('alerts')
  return key
}

export function orderKey(id: string): Key {
  const key = parsePublicId('sto', id)
  if (!key) throw notFound('alerts')
  return key
}

export async function findAlert(ctx: Context, key: Key): Promise<AlertRow> {
  const row = await ctx.tx.one('alerts/find_alert', key)
  if (!row) throw notFound('alerts')
  return row
}

/** Alerts with what became of their orders, as far as the caller sees these: the public sees none. */
export async function viewAlerts(ctx: Context, rows: AlertRow[]) {
  const counts = new Map<string, Counts>()
  if (ctx.actor.role !== 'public' && rows.length > 0)
    for (const { alert_id, ...row } of await ctx.tx.many('alerts/list_counts', {
      district_code: rows[0]!.district_code,
      alert_ids: rows.map(({ id }) => id),
      now: ctx.now.toISOString(),
    }))
      counts.set(alert_id, row)
  return rows.map((row) => showAlert(ctx, row, counts.get(row.id) ?? null))
}

function showAlert(ctx: Context, { district_code, id, ...row }: AlertRow, counts: Counts | null) {
  const { role } = ctx.actor
  const base = `/api/alerts/${publicId('alt', district_code, id)}`
  return {
    ...row,
    id: publicId('alt', district_code, id),
    counts: counts && { ...counts, receipt_share: counts.orders > 0 ? counts.acknowledged / counts.orders : null },
    actions:
      role === 'public' || role === 'system'
        ? []
        : actionsOf(alertMachine, row.status, role, (name) => `${base}/${name}`).map((action) => ({
            ...action,
            version: row.version,
          })),
  }
}

export function showOrder(ctx: Context, order: OrderRow) {
  const { district_code, id, project_id, promoter_id, alert_id: _alert, ...row } = order
  const isOwn = ctx.actor.organisation_id === promoter_id
  return {
    ...row,
    id: publicId('sto', district_code, id),
    project_id: publicId('prj', district_code, project_id),
    promoter_id: publicId('org', district_code, promoter_id),
    actions: isOwn ? orderActions(ctx, order) : exemptionOf(ctx, order),
  }
}

/** What the promoter of a stop order may do with it. */
export function orderActions(
  ctx: Context,
  { district_code, id, status, version }: Pick<OrderRow, 'district_code' | 'id' | 'status' | 'version'>,
): Action[] {
  const base = `/api/alerts/orders/${publicId('sto', district_code, id)}`
  return actionsOf(stopOrderMachine, status, ctx.actor.role, (name) => `${base}/${name}`).map((action) => ({
    ...action,
    version,
  }))
}

/** An authority may leave the dig of an order free of its alert while that stands. */
function exemptionOf(ctx: Context, { district_code, alert_id, project_id, status }: OrderRow): Action[] {
  if (ctx.actor.role !== 'authority' || status === 'released' || !ctx.actor.districts.includes(district_code)) return []
  const href = `/api/alerts/${publicId('alt', district_code, alert_id)}/exempt`
  const input = { project_id: `fixed:${publicId('prj', district_code, project_id)}`, reason: 'text_required' }
  return [{ name: 'alert.exempt', href, method: 'POST', allowed: true, reason: null, input }]
}
