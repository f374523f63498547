import { stopClocks } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { findRectification, type RectificationRow } from './find.ts'
import { issueRectification, tellPromoter, type FailedVisit } from './issue.ts'
import { moveRectification } from './move.ts'
import { rectificationClocks } from './states.ts'
import { startTerm } from './term.ts'

type Visit = FailedVisit & {
  outcome: 'passed' | 'failed_low' | 'failed_high' | 'unable_to_inspect'
  follows_rectification_id: string | null
}

/**
 * What follows from a visit, in its transaction. A failed one orders a rectification; a re-inspection decides the one it follows: passing clears it,
 * failing issues it anew with what is still wrong and a new term. Whoever sent the evidence does not judge it (403 same-person).
 */
export async function followInspection(ctx: Context, visit: Visit): Promise<void> {
  if (visit.outcome === 'unable_to_inspect') return
  if (!visit.follows_rectification_id) {
    if (visit.outcome !== 'passed') await issueRectification(ctx, visit)
    return
  }
  const { district_code, id, severity } = visit
  const row = await findRectification(ctx, { district_code, id: visit.follows_rectification_id })
  if (row.evidence_by !== null && row.evidence_by === ctx.actor.id) throw new Problem(403, 'rectifications/same-person')
  if (visit.outcome === 'passed') return moveRectification(ctx, 'clear', row, { by_inspection_id: id })
  if (row.status === 'issued' || row.status === 'acknowledged') throw new Problem(409, 'rectifications/term-still-runs')
  await moveRectification(ctx, 'reissue', row, {
    by_inspection_id: id,
    severity,
    items: visit.findings,
    term: () => startTerm(ctx, row, severity),
  })
  const { due_on } = await findRectification(ctx, row)
  await tellPromoter(ctx, { ...row, due_on })
}

/** A withdrawn visit takes what it ordered with it, as far as that is still open. Its term ends without fault. */
export async function followWithdrawal(
  ctx: Context,
  visit: { district_code: number; id: string; reason: string },
): Promise<void> {
  const { district_code } = visit
  const found = await ctx.tx.one('rectifications/find_rectification_of_inspection', {
    district_code,
    inspection_id: visit.id,
  })
  if (!found) return
  const row = await findRectification(ctx, { district_code, id: found.id })
  if (row.status === 'cleared' || row.status === 'withdrawn') return
  await endTerm(ctx, row)
  await moveRectification(ctx, 'withdraw', row, { reason: visit.reason })
}

const endTerm = (ctx: Context, row: RectificationRow) =>
  stopClocks(ctx, { ...row, subject_kind: 'rectification', subject_id: row.id }, rectificationClocks, 'cancelled')
