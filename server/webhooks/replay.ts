import type { Context } from '../context.ts'
import { notFound, wrongState } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { subscriberOf } from './find.ts'

/** A delivery to the caller's organisation, by its public id; another's is 404. */
export async function findDelivery(ctx: Context, public_id: string): Promise<Key & { state: string }> {
  subscriberOf(ctx)
  const key = parsePublicId('dlv', public_id)
  const found = key && (await ctx.tx.one('webhooks/find_delivery', key))
  if (!found) throw notFound('webhooks')
  return found
}

/** Sends a delivery once more, with the same webhook-id, its eight attempts anew. 409 while it is still on its way. */
export async function replayDelivery(ctx: Context, public_id: string): Promise<void> {
  const { district_code, id, state } = await findDelivery(ctx, public_id)
  const replayed = await ctx.tx.one('webhooks/replay_delivery', { district_code, id, at: ctx.wall.toISOString() })
  if (!replayed) throw wrongState('webhooks', { move: 'replay', state })
  await ctx.audit({ action: 'delivery.replay', district_code, subject_kind: 'delivery', subject_id: id })
}
