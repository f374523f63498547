import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { findAlert } from './find.ts'
import { moveAlert } from './move.ts'

/** Lifts an alert (解除): one move, after which all its orders are released together (release-orders.ts). */
export async function liftAlert(ctx: Context, key: Key, input: { reason: string; seen: number | null }): Promise<void> {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  await moveAlert(ctx, 'lift', await findAlert(ctx, key), input)
}
