import { startClock } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import { refold } from '../projects/refold.ts'
import { deliveryGuard } from './keep-promise.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'

/**
 * Delivers the decision (送达): one result, at the counter where it was applied for, and not before what was promised for it is there. From the day a
 * construction permit is received its works must begin in time, or it lapses (建筑法 9).
 */
export async function deliverPermit(ctx: Context, permit: PermitRow, change: PermitChange): Promise<void> {
  await movePermit(ctx, 'deliver', permit, { ...change, guard: () => deliveryGuard(ctx, permit) })
  if (permit.kind !== 'construction') return
  const { district_code, project_id, promoter_id, contractor_id } = permit
  await startClock(
    ctx,
    { district_code, subject_kind: 'permit', subject_id: permit.id, project_id, promoter_id, contractor_id },
    { kind: 'permit.start', owner: 'promoter', owner_id: promoter_id },
  )
  await refold(ctx, { district_code, id: project_id })
}
