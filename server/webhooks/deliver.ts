import { systemActor } from '../access/actor.ts'
import type { Keys } from '../access/seal.ts'
import type { BusinessClock } from '../context.ts'
import type { Outbound } from '../http/outbound.ts'
import type { Run } from '../run.ts'
import { claimDeliveries, type Missing, type PendingDelivery } from './claim.ts'
import { recordAttempt, type SettledDelivery } from './record.ts'
import { send, type SendOutcome } from './send.ts'
import { sign } from './sign.ts'

export interface DeliverTools {
  run: Run
  clock: BusinessClock
  keys: Keys
  outbound: Outbound
  random: () => number
}

/**
 * One round in one district: claim in a transaction, send outside of any, record in another. What was sent but not recorded (a kill between the two) is
 * sent again after its lease with the same webhook-id: at least once, never under another id. Returns what became of each.
 */
export async function deliverDue(tools: DeliverTools, district_code: number): Promise<SettledDelivery[]> {
  const system = systemActor(district_code)
  const pending = await tools.run(system, (ctx) => claimDeliveries(ctx, tools.keys, district_code))
  return Promise.all(
    pending.map(async (delivery) => {
      const outcome = await attempt(tools, delivery)
      return tools.run(system, (ctx) => recordAttempt(ctx, delivery, outcome, tools.random()))
    }),
  )
}

async function attempt(tools: DeliverTools, { destination, webhook_id, body }: PendingDelivery): Promise<SendOutcome> {
  if ('missing' in destination) return unsent(destination)
  const now = tools.clock.wall()
  const headers = sign(destination.secrets, { id: webhook_id, body, at: now })
  return send(tools.outbound, { url: destination.url, headers, body, now })
}

/** Nothing left the house. A subscription that has ended is the same as a receiver that says 410. */
const unsent = ({ missing }: Missing): SendOutcome => ({
  sent: false,
  status: null,
  error: missing,
  is_gone: missing === 'subscription_ended',
  retry_after_seconds: null,
  body_prefix: '',
  duration_ms: 0,
})
