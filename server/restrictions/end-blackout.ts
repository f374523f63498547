import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { changedSince, wrongState } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { findBlackout, mustGovern, tellOfBlackout } from './blackout.ts'

/** Ends a period early, from today on; one that is over is wrong-state. */
export async function endBlackout(
  ctx: Context,
  key: Key,
  input: { reason: string; seen: number | null },
): Promise<void> {
  mustGovern(ctx)
  const row = await findBlackout(ctx, key)
  if (!row.is_open) throw wrongState('restrictions', { move: 'end', to_on: row.to_on })
  const day = shanghaiDay(ctx.now)
  const version = input.seen ?? row.version
  const ended = await ctx.tx.one('restrictions/end_blackout', {
    ...key,
    day,
    reason: input.reason,
    version,
    now: ctx.now.toISOString(),
  })
  if (!ended) throw changedSince('restrictions', { version: row.version })
  await tellOfBlackout(ctx, 'ended', key, ended.version, { on: day })
}
