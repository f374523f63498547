import { retimeClock } from '../clocks/extend.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { wrongState } from '../http/problem.ts'
import { refold } from '../projects/refold.ts'
import type { RequestRow } from './move-request.ts'
import { appendPermitVersion } from './move.ts'
import { openGround } from './open-ground.ts'

/**
 * Writes a granted change or renewal into the permit: its period, the ground it opens, and the last day of works that are under way. The
 * permit's status does not move; it must still stand.
 */
export async function amendPermit(ctx: Context, request: RequestRow): Promise<void> {
  const { district_code, permit_id, project_id } = request
  await ctx.system(async () => {
    const permit = await ctx.tx.one('permits/lock_permit', { district_code, id: permit_id })
    const amended =
      permit &&
      (await ctx.tx.one('permits/amend_permit', {
        district_code,
        id: permit_id,
        version: permit.version,
        valid_from: request.valid_from,
        valid_to: request.valid_to,
        now: ctx.now.toISOString(),
      }))
    if (!amended) throw wrongState('permits', { move: 'amend', status: permit?.status })
    await appendPermitVersion(ctx, { district_code, id: permit_id })
    if (request.geometry)
      await openGround(ctx, { district_code, project_id, source: request.reference, change_id: request.id })
    const works = await ctx.tx.one('permits/find_works', { district_code, project_id })
    if (works && request.valid_to)
      await retimeClock(
        ctx,
        { district_code, subject_kind: 'works', subject_id: works.id },
        ['works.period'],
        request.valid_to,
      )
    const basis = await ruleFor(
      ctx,
      district_code,
      request.kind === 'change' ? 'permit.change' : 'renewal.decision',
      shanghaiDay(ctx.now),
    )
    await ctx.emit({
      type: 'permit.amended',
      district_code,
      subject_kind: 'permit',
      subject_id: permit_id,
      subject_version: amended.version,
      project_id,
      promoter_id: request.promoter_id,
      basis_zh: basis.basis_zh,
      basis_en: basis.basis_en,
      data: {
        by: request.reference,
        valid_from: amended.valid_from,
        valid_to: amended.valid_to,
        has_new_ground: request.geometry !== null,
      },
    })
    await ctx.audit({
      action: 'permit.amend',
      district_code,
      subject_kind: 'permit',
      subject_id: permit_id,
      detail: { by: request.reference, valid_from: amended.valid_from, valid_to: amended.valid_to },
    })
  })
  await refold(ctx, { district_code, id: project_id })
}
