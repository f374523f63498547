import { startClock } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import { refold } from '../projects/refold.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'

/** Delivers the decision (送达). From the day a construction permit is received its works must begin in time, or it lapses (建筑法 9). */
export async function deliverPermit(ctx: Context, permit: PermitRow, change: PermitChange): Promise<void> {
  await movePermit(ctx, 'deliver', permit, change)
  if (permit.kind !== 'construction') return
  const { district_code, project_id, promoter_id, contractor_id } = permit
  await startClock(
    ctx,
    { district_code, subject_kind: 'permit', subject_id: permit.id, project_id, promoter_id, contractor_id },
    { kind: 'permit.start', owner: 'promoter', owner_id: promoter_id },
  )
  await refold(ctx, { district_code, id: project_id })
}
