import type { Context } from '../context.ts'
import { changedSince, wrongState } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { findHold, mustDecide, tellOfHold } from './hold.ts'

/** Lifts a hold that stands, with the reason. */
export async function liftHold(ctx: Context, key: Key, input: { reason: string; seen: number | null }): Promise<void> {
  mustDecide(ctx)
  const row = await findHold(ctx, key)
  if (row.lifted_at !== null) throw wrongState('restrictions', { move: 'lift', lifted_at: row.lifted_at })
  const version = input.seen ?? row.version
  const now = ctx.now.toISOString()
  const lifted = await ctx.tx.one('restrictions/lift_hold', { ...key, reason: input.reason, version, now })
  if (!lifted) throw changedSince('restrictions', { version: row.version })
  await tellOfHold(ctx, 'lifted', key, row.promoter_id, lifted.version, { reason: input.reason })
}
