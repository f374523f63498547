import type { Context } from '../context.ts'
import { changedSince } from '../http/problem.ts'
import { findSubscription } from './find.ts'

/** Ends a subscription for good and forgets its secrets. What is still queued for it fails. */
export async function endSubscription(ctx: Context, input: { id: string; seen: number | null }): Promise<void> {
  const { district_code, id, version } = await findSubscription(ctx, input.id)
  if (input.seen !== null && input.seen !== version) throw changedSince('webhooks', { version })
  const ended = await ctx.tx.one('webhooks/end_subscription', { district_code, id, version })
  if (!ended) throw changedSince('webhooks')
  await ctx.audit({ action: 'subscription.end', district_code, subject_kind: 'subscription', subject_id: id })
}
