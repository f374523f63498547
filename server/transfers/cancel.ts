import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { listLegs, lockCase } from './find.ts'
import { moveCase } from './move-case.ts'
import { refoldCase } from './refold.ts'
import { endLeg, ended } from './release.ts'
import { tellParties } from './tell.ts'

/**
 * The registration was withdrawn: the case is called off with every leg under way. Once an account has moved it is too late:
 * undoing that is a new case the other way round, never a deletion.
 */
export async function cancelTransfer(
  ctx: Context,
  key: Key,
  input: { reason: string; seen: number | null },
): Promise<void> {
  const sale = await lockCase(ctx, key)
  const legs = await listLegs(ctx, sale)
  if (legs.some((leg) => leg.status === 'completed')) throw new Problem(409, 'transfers/already-moved')
  await moveCase(ctx, sale, 'cancel', {
    seen: input.seen,
    reason: input.reason,
    change: { cancel_reason: input.reason },
  })
  for (const leg of legs) if (!ended(leg)) await endLeg(ctx, leg, 'cancel', { reason: input.reason })
  await tellParties(ctx, sale, 'buyer', 'transfer.cancelled', { reference: sale.reference })
  await refoldCase(ctx, key)
}
