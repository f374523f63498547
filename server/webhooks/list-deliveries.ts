import type { z } from '@hono/zod-openapi'
import type { Context } from '../context.ts'
import { pageOf, readCursor } from '../http/page.ts'
import { publicId } from '../http/public-id.ts'
import { cloudEventType } from '../outbox/cloud-event.ts'
import { findSubscription, subscriberOf } from './find.ts'
import type { deliveryQuery } from './schemas.ts'

/** What was sent to one subscription, newest first; `next` is the cursor of the following page. */
export async function listDeliveries(ctx: Context, subscription_id: string, query: z.infer<typeof deliveryQuery>) {
  const { organisation_id } = subscriberOf(ctx)
  const subscription = await findSubscription(ctx, subscription_id)
  const before = readCursor(query.cursor)
  const rows = await ctx.tx.many('webhooks/list_deliveries', {
    districts: [query.district_code ?? ctx.actor.district_code],
    organisation_id,
    subscription_id: subscription.id,
    state: query.state ?? null,
    before_at: before.at,
    before_id: before.id,
    limit: query.limit + 1,
  })
  const { page, next } = pageOf(rows, query.limit, ({ created_at }) => created_at)
  const deliveries = page.map(
    ({
      district_code,
      id,
      event_id,
      type,
      state,
      next_at,
      attempts,
      last_status,
      last_error,
      created_at,
      sent_at,
    }) => ({
      id: publicId('dlv', district_code, id),
      event_id: publicId('evt', district_code, event_id),
      type: cloudEventType(type),
      state,
      attempts,
      next_at: state === 'pending' ? next_at : null,
      last_status,
      last_error,
      created_at,
      sent_at,
    }),
  )
  return { deliveries, next }
}
