import type { Context } from '../context.ts'
import { wrongState } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { listLegs, lockCase, type LegRow } from './find.ts'
import { moveCase } from './move-case.ts'
import { moveLeg } from './move-leg.ts'
import { refoldCase } from './refold.ts'

/** Asks for the precheck of every leg not asked for yet. The utilities are called afterwards, by the job, outside any transaction. */
export async function precheckTransfer(ctx: Context, key: Key, seen: number | null): Promise<void> {
  const sale = await lockCase(ctx, key)
  const legs = (await listLegs(ctx, sale)).filter((leg) => leg.status === 'not_requested')
  if (legs.length === 0) throw wrongState('transfers', { move: 'precheck', status: sale.status })
  await moveCase(ctx, sale, 'precheck', { seen })
  for (const leg of legs) await requestPrecheck(ctx, leg)
  await refoldCase(ctx, key)
}

/** A leg nobody serves is blocked at once; any other waits for the job, due now. */
export function requestPrecheck(ctx: Context, leg: LegRow): Promise<LegRow> {
  if (!leg.utility_id)
    return moveLeg(ctx, leg, 'block', { change: { reason_code: 'no_route' }, data: { reason_code: 'no_route' } })
  return moveLeg(ctx, leg, 'request_precheck', { change: dueNow(ctx) })
}

export const dueNow = (ctx: Context) => ({ next_at: ctx.wall.toISOString(), attempts: 0 })
