import { createRoute, z } from '@hono/zod-openapi'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { Problem } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import type { Context } from '../context.ts'
import { acknowledgeOrder } from './acknowledge.ts'
import { exemptDig } from './exempt.ts'
import { alertKey, findAlert, orderKey, showOrder, viewAlerts } from './find.ts'
import { issueAlert } from './issue.ts'
import { listKinds } from './kinds.ts'
import { liftAlert } from './lift.ts'
import { releaseOrders } from './release-orders.ts'
import {
  alert,
  alertId,
  alertInput,
  alertKind,
  exemptInput,
  liftInput,
  listQuery,
  orderId,
  orderQuery,
  stopOrder,
  wholeAlert,
} from './schemas.ts'
import { sendOrders } from './send-orders.ts'

/** Heavy-pollution and storm alerts (预警): issued and lifted in one act each; what became of their stop orders. */
export const alerts = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Alerts that stand, and those lifted when asked',
      request: { query: listQuery },
      responses: { 200: json(z.object({ alerts: z.array(alert) }), 'the latest first'), ...problems },
    }),
    async (c) => {
      const with_past = c.req.valid('query').with_past === 'true'
      const found = await c.var.run(async (ctx) =>
        viewAlerts(ctx, await ctx.tx.many('alerts/list_alerts', { district_code: ctx.actor.district_code, with_past })),
      )
      return c.json({ alerts: found }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/kinds',
      summary: 'Kinds of alert that may be issued here, and the law of each',
      responses: { 200: json(z.object({ kinds: z.array(alertKind) }), 'by rule'), ...problems },
    }),
    async (c) => c.json({ kinds: await c.var.run(listKinds) }, 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Issue an alert: stop orders go to all sites concerned at once',
      request: { body: body(alertInput) },
      responses: { 201: json(wholeAlert, 'the alert, its orders sent'), ...problems },
    }),
    async (c) => {
      const key = await c.var.run((ctx) => issueAlert(ctx, c.req.valid('json')))
      await sendOrders(c.var.parts, key)
      const found = await c.var.run((ctx) => viewWhole(ctx, key))
      return c.json(found, 201, { location: `/api/alerts/${found.id}`, etag: etagOf(found.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One alert: its scope, what it leaves free, receipts',
      request: { params: alertId },
      responses: { 200: json(wholeAlert, 'the alert'), ...problems },
    }),
    async (c) => {
      const key = alertKey(c.req.valid('param').id)
      const found = await c.var.run((ctx) => viewWhole(ctx, key))
      return c.json(found, 200, { etag: etagOf(found.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/lift',
      summary: 'Lift it: everybody it held goes on',
      request: { params: alertId, body: body(liftInput) },
      responses: { 200: json(wholeAlert, 'the alert, its orders released'), ...problems },
    }),
    async (c) => {
      const key = alertKey(c.req.valid('param').id)
      const seen = ifMatch(c.req.header('if-match'))
      await c.var.run((ctx) => liftAlert(ctx, key, { ...c.req.valid('json'), seen }))
      await releaseOrders(c.var.parts, key)
      const found = await c.var.run((ctx) => viewWhole(ctx, key))
      return c.json(found, 200, { etag: etagOf(found.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/exempt',
      summary: 'Leave one dig free of an alert that stands (豁免): its stop order is released',
      request: { params: alertId, body: body(exemptInput) },
      responses: { 200: json(wholeAlert, 'the alert, with what it leaves free'), ...problems },
    }),
    async (c) => {
      const key = alertKey(c.req.valid('param').id)
      const found = await c.var.run(async (ctx) => {
        await exemptDig(ctx, key, c.req.valid('json'))
        return viewWhole(ctx, key)
      })
      return c.json(found, 200, { etag: etagOf(found.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/orders',
      summary: 'Its stop orders, as the caller may see them; the silent ones when asked',
      request: { params: alertId, query: orderQuery },
      responses: { 200: json(z.object({ orders: z.array(stopOrder) }), 'not acknowledged first'), ...problems },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      const key = alertKey(c.req.valid('param').id)
      const { promoter_id, state, q, ...page } = c.req.valid('query')
      const orders = await c.var.run(async (ctx) => {
        const { id, district_code } = await findAlert(ctx, key)
        const promoter = promoter_id ? (parsePublicId('org', promoter_id)?.id ?? null) : null
        const now = ctx.now.toISOString()
        const asked = { alert_id: id, district_code, promoter_id: promoter, state: state ?? null, q: q || null, now }
        const rows = await ctx.tx.many('alerts/list_orders', { ...asked, ...page })
        return rows.map((row) => showOrder(ctx, row))
      })
      return c.json({ orders }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/orders/{id}/acknowledge',
      summary: 'Acknowledge a stop order (签收)',
      request: { params: orderId },
      responses: { 200: json(wholeAlert, 'the alert, as the caller sees it'), ...problems },
    }),
    async (c) => {
      const key = orderKey(c.req.valid('param').id)
      const seen = ifMatch(c.req.header('if-match'))
      const found = await c.var.run(async (ctx) => {
        const { alert_id } = await acknowledgeOrder(ctx, key, seen)
        return viewWhole(ctx, { district_code: key.district_code, id: alert_id })
      })
      return c.json(found, 200)
    },
  )

async function viewWhole(ctx: Context, key: Key) {
  const row = await findAlert(ctx, key)
  const [shown] = await viewAlerts(ctx, [row])
  const exempted =
    ctx.actor.role === 'public'
      ? []
      : await ctx.tx.many('alerts/list_exemptions', { district_code: row.district_code, alert_id: row.id })
  const exemptions = exempted.map(({ district_code, project_id, ...rest }) => ({
    ...rest,
    project_id: publicId('prj', district_code, project_id),
  }))
  return { ...shown!, exemptions }
}
