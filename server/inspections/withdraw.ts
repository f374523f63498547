import type { Context } from '../context.ts'
import { changedSince, Problem, wrongState } from '../http/problem.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { InspectionRow } from './find.ts'
import type { FollowUps } from './follow-ups.ts'
import { inspectors } from './record.ts'

/** Why this caller may not withdraw a visit, or null: only who recorded it, only once, and not when it has already decided a rectification. */
export function withdrawGuard(ctx: Context, row: InspectionRow): Problem | null {
  if (!inspectors.includes(ctx.actor.role)) return new Problem(403, 'inspections/not-your-move')
  if (row.organisation_id !== ctx.actor.organisation_id) return new Problem(403, 'inspections/other-organisation')
  if (row.withdrawn_at) return wrongState('inspections', { move: 'withdraw', status: 'withdrawn' })
  if (row.follows_rectification_id && row.outcome !== 'unable_to_inspect')
    return new Problem(409, 'inspections/acted-upon')
  return null
}

/** Withdraws a visit with its reason. The record stays, unchanged and marked; an open rectification that came of it is withdrawn with it. */
export async function withdrawInspection(
  ctx: Context,
  row: InspectionRow,
  input: { reason: string; seen: number | null },
  followUps: FollowUps,
): Promise<void> {
  const refused = withdrawGuard(ctx, row)
  if (refused) throw refused
  if (input.seen !== null && input.seen !== row.version) throw changedSince('inspections', { version: row.version })
  const { district_code, id } = row
  const withdrawn = await ctx.tx.one('inspections/withdraw_inspection', {
    district_code,
    id,
    version: row.version,
    reason: input.reason,
    now: ctx.now.toISOString(),
  })
  if (!withdrawn) throw changedSince('inspections', { version: row.version })
  const basis = await ruleFor(ctx, district_code, 'inspection', shanghaiDay(ctx.now))
  await ctx.emit({
    type: 'inspection.withdrawn',
    district_code,
    subject_kind: 'inspection',
    subject_id: id,
    subject_version: withdrawn.version,
    project_id: row.project_id,
    promoter_id: row.promoter_id,
    basis_zh: basis.basis_zh,
    basis_en: basis.basis_en,
    data: { reference: row.reference, reason: input.reason },
  })
  await ctx.audit({
    action: 'inspection.withdraw',
    district_code,
    subject_kind: 'inspection',
    subject_id: id,
    reason: input.reason,
  })
  await followUps.withdrawn(ctx, { district_code, id, reason: input.reason })
}
