import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { findAlert } from './find.ts'
import { moveAlert } from './move.ts'

/** Lifts an alert (解除): one move, after which all its orders are released together (release-orders.ts). */
export async function liftAlert(ctx: Context, key: Key, input: { reason: string; seen: number | null }): Promise<void> {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  // An alert is public, so it may be known elsewhere; only its own district lifts it.
  if (!ctx.actor.districts.includes(key.district_code)) throw new Problem(403, 'alerts/not-your-move')
  await moveAlert(ctx, 'lift', await findAlert(ctx, key), input)
}
