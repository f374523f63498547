import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { PendingDelivery } from './claim.ts'
import { nextAttemptSeconds } from './schedule.ts'
import type { SendOutcome } from './send.ts'

/** A subscription that failed for so long is switched off (Svix: five days). */
const failing_limit_ms = 5 * 24 * 3_600_000

export type SettledDelivery =
  { state: 'sent' } | { state: 'pending'; next_at: string } | { state: 'failed' } | { state: 'lease_lost' }

/** Records an attempt: the delivery is sent, waits for its next attempt, or has failed for good. An attempt whose lease ran out changes nothing but is kept. */
export async function recordAttempt(
  ctx: Context,
  delivery: PendingDelivery,
  outcome: SendOutcome,
  random: number,
): Promise<SettledDelivery> {
  const at = ctx.wall.toISOString()
  const { district_code, id, organisation_id, attempt } = delivery
  const settled = verdict(ctx, delivery, outcome, random)
  const error = outcome.sent ? null : outcome.error
  const row = await ctx.tx.one('webhooks/settle_delivery', {
    district_code,
    id,
    attempt,
    state: settled.state,
    next_at: settled.state === 'pending' ? settled.next_at : null,
    status: outcome.status,
    error,
    sent_at: outcome.sent ? at : null,
  })
  const { status, duration_ms } = outcome
  const kept = {
    district_code,
    id: randomUUID(),
    delivery_id: id,
    organisation_id,
    number: attempt,
    at,
    status,
    error,
    duration_ms,
  }
  await ctx.tx.run('webhooks/insert_attempt', kept)
  await noteHealth(ctx, delivery, outcome, at)
  return row ? settled : { state: 'lease_lost' }
}

function verdict(ctx: Context, { attempt }: PendingDelivery, outcome: SendOutcome, random: number) {
  if (outcome.sent) return { state: 'sent' } as const
  const wait = outcome.is_gone ? null : nextAttemptSeconds(attempt, random, outcome.retry_after_seconds)
  if (wait === null) return { state: 'failed' } as const
  return { state: 'pending', next_at: new Date(ctx.wall.getTime() + wait * 1000).toISOString() } as const
}

async function noteHealth(ctx: Context, { subscription }: PendingDelivery, outcome: SendOutcome, at: string) {
  if (outcome.sent) return ctx.tx.run('webhooks/note_success', subscription)
  const failing_limit = new Date(ctx.wall.getTime() - failing_limit_ms).toISOString()
  const switchedOff = await ctx.tx.one('webhooks/note_failure', {
    ...subscription,
    at,
    failing_limit,
    is_gone: outcome.is_gone,
  })
  if (!switchedOff) return
  await ctx.audit({
    action: 'subscription.disable',
    district_code: subscription.district_code,
    subject_kind: 'subscription',
    subject_id: subscription.id,
    detail: { error: outcome.error },
  })
}
