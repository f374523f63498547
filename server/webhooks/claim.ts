import { open, type Keys } from '../access/seal.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { envelope } from '../outbox/envelope.ts'

/** Longer than an attempt can take (15 s), so that a lease ends only when its worker died. */
const lease_seconds = 60
/** A receiver that hangs must not hold up the others. */
const per_subscription = 8
const limit = 64

type Claimed = Queries['webhooks/claim_deliveries']['row']
type Destination = Queries['webhooks/list_destinations']['row']

/** A delivery that this worker holds by a lease and has not sent yet. */
export interface PendingDelivery {
  district_code: number
  id: string
  organisation_id: string
  subscription: { district_code: number; id: string }
  /** The number of this attempt; with the lease it says who may settle the delivery. */
  attempt: number
  /** The event's public id: the same for every attempt and every replay. */
  webhook_id: string
  body: string
  destination: { url: string; secrets: string[] } | Missing
}

/** Nowhere to send it: the subscription has ended or is switched off, or its secret was sealed with a key that is not here. */
export interface Missing {
  missing: 'subscription_ended' | 'secret_unreadable'
}

/** Takes what is due in a district, in the caller's transaction, with all that sending needs. Deliveries about one subject keep their order. */
export async function claimDeliveries(ctx: Context, keys: Keys, district_code: number): Promise<PendingDelivery[]> {
  const at = ctx.wall.toISOString()
  const leased_until = new Date(ctx.wall.getTime() + lease_seconds * 1000).toISOString()
  const claimed = await ctx.tx.many('webhooks/claim_deliveries', {
    district_code,
    at,
    per_subscription,
    limit,
    leased_until,
  })
  if (claimed.length === 0) return []
  const districts = [...new Set(claimed.map((row) => row.subscription_district_code))]
  const ids = [...new Set(claimed.map((row) => row.subscription_id))]
  const destinations = await ctx.tx.many('webhooks/list_destinations', { districts, ids })
  const byId = new Map(destinations.map((row) => [row.id, row]))
  return claimed.map((row) => pending(row, byId.get(row.subscription_id), keys, at))
}

function pending(row: Claimed, destination: Destination | undefined, keys: Keys, at: string): PendingDelivery {
  const event = envelope({ ...row, id: row.event_id })
  return {
    district_code: row.district_code,
    id: row.id,
    organisation_id: row.organisation_id,
    subscription: { district_code: row.subscription_district_code, id: row.subscription_id },
    attempt: row.attempts,
    webhook_id: event.id,
    body: JSON.stringify(event),
    destination: destination ? addressed(destination, keys, at) : { missing: 'subscription_ended' },
  }
}

/** A secret that cannot be opened must not hold up the district: its deliveries wait like those of a receiver that is down. */
function addressed(destination: Destination, keys: Keys, at: string): PendingDelivery['destination'] {
  try {
    return { url: destination.url, secrets: secretsOf(destination, keys, at) }
  } catch {
    return { missing: 'secret_unreadable' }
  }
}

/** The secret in force, and while it is being changed the former one too. */
function secretsOf(destination: Destination, keys: Keys, at: string): string[] {
  const { secret_sealed, previous_secret_sealed, previous_secret_until } = destination
  const is_changing =
    previous_secret_sealed && previous_secret_until && Date.parse(at) < Date.parse(previous_secret_until)
  return [secret_sealed, ...(is_changing ? [previous_secret_sealed] : [])].map((sealed) => open(keys, sealed))
}
