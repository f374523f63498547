import type { Context } from '../context.ts'
import { changedSince, wrongState } from '../http/problem.ts'
import { findSubscription, type SubscriptionRow } from './find.ts'

/** Turns a subscription on again that was switched off for failing. Events from before are in the feed, or by replay. */
export async function enableSubscription(
  ctx: Context,
  input: { id: string; seen: number | null },
): Promise<SubscriptionRow> {
  const { district_code, id, version, state } = await findSubscription(ctx, input.id)
  if (input.seen !== null && input.seen !== version) throw changedSince('webhooks', { version })
  if (state !== 'disabled') throw wrongState('webhooks', { move: 'enable', state })
  const enabled = await ctx.tx.one('webhooks/enable_subscription', { district_code, id, version })
  if (!enabled) throw changedSince('webhooks')
  await ctx.audit({ action: 'subscription.enable', district_code, subject_kind: 'subscription', subject_id: id })
  return findSubscription(ctx, input.id)
}
