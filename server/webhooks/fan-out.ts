import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { wantsType } from './event-types.ts'
import { mayBeTold } from './may-be-told.ts'

type Event = Queries['webhooks/list_events']['row']
type Subscription = Queries['webhooks/list_active_subscriptions']['row']

/**
 * Queues a delivery for each active subscription that asked for these events, may know of them, and whose area they touch
 * (an event without a place is in no area). Runs as the system in the relay's transaction; done twice it queues nothing twice. Returns how many are new.
 */
export async function fanOut(ctx: Context, input: { district_code: number; event_ids: string[] }): Promise<number> {
  if (input.event_ids.length === 0) return 0
  const districts = (await ctx.tx.many('webhooks/list_subscriber_districts', {})).map((row) => row.district_code)
  if (districts.length === 0) return 0
  const subscriptions = await ctx.tx.many('webhooks/list_active_subscriptions', { districts })
  const rows: object[] = []
  for (const event of await ctx.tx.many('webhooks/list_events', input)) {
    const asking = subscriptions.filter((one) => wantsType(one.types, event.type) && mayBeTold(one, event))
    const within = await inTheirArea(ctx, event, asking)
    rows.push(...within.map((subscription) => deliveryOf(event, subscription)))
  }
  if (rows.length === 0) return 0
  const { district_code } = input
  const queued = { district_code, rows: JSON.stringify(rows), at: ctx.wall.toISOString() }
  return (await ctx.tx.many('webhooks/insert_deliveries', queued)).length
}

async function inTheirArea(ctx: Context, event: Event, asking: Subscription[]): Promise<Subscription[]> {
  const bounded = asking.filter((one) => one.has_area)
  if (bounded.length === 0) return asking
  const districts = [...new Set(bounded.map((one) => one.district_code))]
  const ids = bounded.map((one) => one.id)
  const over = event.shape
    ? await ctx.tx.many('webhooks/list_subscriptions_over', { districts, ids, shape: event.shape })
    : []
  const met = new Set(over.map((row) => row.id))
  return asking.filter((one) => !one.has_area || met.has(one.id))
}

const deliveryOf = (event: Event, subscription: Subscription) => ({
  id: randomUUID(),
  subscription_id: subscription.id,
  subscription_district_code: subscription.district_code,
  organisation_id: subscription.organisation_id,
  event_id: event.id,
  subject_id: event.subject_id,
  subject_version: event.subject_version,
})
