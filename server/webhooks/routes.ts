import { createRoute, z } from '@hono/zod-openapi'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { json, problems, room } from '../http/router.ts'
import { enableSubscription } from './enable.ts'
import { endSubscription } from './end.ts'
import { findSubscription, subscriberOf, viewSubscription } from './find.ts'
import { listDeliveries } from './list-deliveries.ts'
import { findDelivery, replayDelivery } from './replay.ts'
import { rotateSecret } from './rotate-secret.ts'
import {
  attempt,
  delivery,
  deliveryId,
  deliveryQuery,
  newSecret,
  newSubscription,
  subscription,
  subscriptionId,
  subscriptionInput,
} from './schemas.ts'
import { subscribe } from './subscribe.ts'

/** Push: who wants to be told of what, at which address; and what became of each message. */
export const subscriptions = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Subscribe to events by webhook',
      request: { body: { required: true, content: { 'application/json': { schema: subscriptionInput } } } },
      responses: { 201: json(newSubscription, 'the subscription and, this once, its secret'), ...problems },
    }),
    async (c) => {
      const { keys, config, demo } = c.var.parts
      const allow_loopback = demo || config.WEBHOOK_ALLOW_LOOPBACK === 'on'
      const { secret, ...row } = await c.var.run((ctx) => subscribe(ctx, c.req.valid('json'), { keys, allow_loopback }))
      const view = viewSubscription(row)
      const headers = {
        location: `/api/subscriptions/${view.id}`,
        etag: etagOf(row.version),
        'cache-control': 'no-store',
      }
      return c.json({ ...view, secret }, 201, headers)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: "The organisation's subscriptions",
      responses: { 200: json(z.object({ subscriptions: z.array(subscription) }), 'oldest first'), ...problems },
    }),
    async (c) => {
      const rows = await c.var.run((ctx) => ctx.tx.many('webhooks/list_subscriptions', subscriberOf(ctx)))
      return c.json({ subscriptions: rows.map(viewSubscription) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One subscription',
      request: { params: subscriptionId },
      responses: { 200: json(subscription, 'without its secret'), ...problems },
    }),
    async (c) => {
      const row = await c.var.run((ctx) => findSubscription(ctx, c.req.valid('param').id))
      return c.json(viewSubscription(row), 200, { etag: etagOf(row.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/{id}',
      summary: 'End a subscription',
      request: { params: subscriptionId },
      responses: { 204: { description: 'ended' }, ...problems },
    }),
    async (c) => {
      const input = { ...c.req.valid('param'), seen: ifMatch(c.req.header('if-match')) }
      await c.var.run((ctx) => endSubscription(ctx, input))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/rotate-secret',
      summary: 'Change the secret; both sign for a day',
      request: { params: subscriptionId },
      responses: { 200: json(newSecret, 'the new secret, this once'), ...problems },
    }),
    async (c) => {
      const input = { ...c.req.valid('param'), seen: ifMatch(c.req.header('if-match')) }
      const rotated = await c.var.run((ctx) => rotateSecret(ctx, c.var.parts.keys, input))
      return c.json(rotated, 200, { etag: etagOf(rotated.version), 'cache-control': 'no-store' })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/enable',
      summary: 'Turn on again what was switched off for failing',
      request: { params: subscriptionId },
      responses: { 200: json(subscription, 'active'), ...problems },
    }),
    async (c) => {
      const input = { ...c.req.valid('param'), seen: ifMatch(c.req.header('if-match')) }
      const row = await c.var.run((ctx) => enableSubscription(ctx, input))
      return c.json(viewSubscription(row), 200, { etag: etagOf(row.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/deliveries',
      summary: 'What was sent, and what became of it',
      request: { params: subscriptionId, query: deliveryQuery },
      responses: {
        200: json(z.object({ deliveries: z.array(delivery), next: z.string().nullable() }), 'newest first'),
        ...problems,
      },
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await c.var.run((ctx) => listDeliveries(ctx, id, c.req.valid('query'))), 200)
    },
  )

/** Single deliveries, which live in the district of their event. */
export const deliveries = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/attempts',
      summary: 'The attempts of one delivery',
      request: { params: deliveryId },
      responses: { 200: json(z.object({ attempts: z.array(attempt) }), 'first one first'), ...problems },
    }),
    async (c) => {
      const attempts = await c.var.run(async (ctx) => {
        const { district_code, id } = await findDelivery(ctx, c.req.valid('param').id)
        return ctx.tx.many('webhooks/list_attempts', { district_code, delivery_id: id })
      })
      return c.json({ attempts }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/replay',
      summary: 'Send once more, with the same id',
      request: { params: deliveryId },
      responses: { 202: { description: 'queued' }, ...problems },
    }),
    async (c) => {
      await c.var.run((ctx) => replayDelivery(ctx, c.req.valid('param').id))
      return c.body(null, 202)
    },
  )
