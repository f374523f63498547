import { randomUUID } from 'node:crypto'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { queueMessage } from '../messages/queue.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'
import type { specialProcedures } from './states.ts'

export interface SpecialProcedure {
  kind: (typeof specialProcedures)[number]
  expected_until: string
}

/**
 * A hearing, a test, an expert review: its days are not the authority's (行政许可法 45). The applicant is told in writing how long it takes, and
 * the pause of the clock carries this procedure as its ground.
 */
export async function startSpecialProcedure(
  ctx: Context,
  permit: PermitRow,
  change: PermitChange & SpecialProcedure,
): Promise<void> {
  const { kind, expected_until, reason } = change
  if (expected_until < shanghaiDay(ctx.now))
    throw invalid('permits/invalid', [
      field('/expected_until', 'permits/time-passed', '所需时间已经过去', 'the time it takes has already passed'),
    ])
  const { district_code, project_id, promoter_id, contractor_id, authority_id } = permit
  await movePermit(ctx, 'start_special_procedure', permit, {
    ...change,
    rule: `permit.special_procedure.${kind}`,
    data: { kind, expected_until },
  })
  await ctx.tx.run('permits/insert_special_procedure', {
    district_code,
    id: randomUUID(),
    permit_id: permit.id,
    project_id,
    kind,
    expected_until,
    reason: reason ?? null,
    now: ctx.now.toISOString(),
    promoter_id,
    contractor_id,
    authority_id,
  })
  await queueMessage(ctx, {
    template: 'permit.special_procedure_started',
    params: { reference: permit.reference, kind, expected_until },
    to: { organisation_id: promoter_id },
    subject: { district_code, subject_kind: 'permit', subject_id: permit.id },
  })
}

/** The procedure is over: the clock runs on, and its last day has moved by the days between. */
export async function endSpecialProcedure(ctx: Context, permit: PermitRow, change: PermitChange): Promise<void> {
  await movePermit(ctx, 'end_special_procedure', permit, change)
  await ctx.tx.run('permits/end_special_procedure', {
    district_code: permit.district_code,
    permit_id: permit.id,
    now: ctx.now.toISOString(),
  })
}
