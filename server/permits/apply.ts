import { randomUUID } from 'node:crypto'
import { stopClocks } from '../clocks/clock.ts'
import { findRule } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { PermitKind, ProjectKind } from '../db/queries.gen.ts'
import { Problem, wrongState } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { isAwaitingApprovals } from '../projects/approval-stages.ts'
import { findOwnProject } from '../projects/find.ts'
import { refold } from '../projects/refold.ts'
import { askConsents } from './ask-consents.ts'
import { findPermit, movePermit } from './move.ts'

/**
 * The promoter, or an agent of the counter in its name, applies for the permit of a planned dig: the permit is created and submitted, the authority's clock for
 * acceptance starts. Building works first have the stages of approvals before it. One open application at a time: while one runs, or a permit stands, this is wrong-state. A hold that blocks
 * (暂缓办理) is told with its article; an emergency is filed all the same, as it must be. Where the place has it so (the rule `permit.clashes`), the
 * applicant says that he has read whose lines and which digs lie near his; it is on record.
 */
export async function applyForPermit(
  ctx: Context,
  input: Key & { seen: number | null; clashes_acknowledged?: boolean },
): Promise<string> {
  const project = await findOwnProject(ctx, input)
  if (ctx.actor.role !== 'promoter' || project.promoter_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'permits/not-your-move')
  const open = project.is_retrospective
    ? await ctx.tx.one('permits/find_open_permit', { district_code: project.district_code, project_id: project.id })
    : null
  if (open || !applicable(project)) throw wrongState('permits', { move: 'apply', stage: project.stage })
  const awaits = { district_code: project.district_code, project_id: project.id }
  if (await isAwaitingApprovals(ctx, awaits, 'permit.submit')) throw new Problem(409, 'permits/approvals-open')
  if (!input.clashes_acknowledged && !project.is_retrospective && (await mustAcknowledge(ctx, project.district_code)))
    throw new Problem(409, 'permits/clashes-unacknowledged')
  const held = await ctx.tx.one('permits/find_blocking_hold', {
    district_code: project.district_code,
    promoter_id: project.promoter_id,
  })
  if (held && !project.is_retrospective)
    throw new Problem(409, 'permits/promoter-held', { basis_zh: held.basis_zh, basis_en: held.basis_en })
  const id = randomUUID()
  const permits = await ctx.tx.one('permits/count_permits', {
    district_code: project.district_code,
    project_id: project.id,
  })
  await ctx.tx.run('permits/insert_permit', {
    district_code: project.district_code,
    id,
    project_id: project.id,
    reference: `${project.reference}-P${String(permits!.count + 1).padStart(2, '0')}`,
    kind: permitKindFor(project),
    authority_id: project.authority_id,
    promoter_id: project.promoter_id,
    contractor_id: project.contractor_id,
    is_retrospective: project.is_retrospective,
    agent_id: ctx.actor.agent ? ctx.actor.id : null,
    now: ctx.now.toISOString(),
  })
  const permit = await findPermit(ctx, { district_code: project.district_code, id })
  await movePermit(ctx, 'submit', permit, {
    seen: null,
    data: input.clashes_acknowledged ? { clashes_acknowledged: true } : {},
  })
  await askConsents(ctx, permit)
  await stopClocks(
    ctx,
    { district_code: project.district_code, subject_kind: 'project', subject_id: project.id, project_id: project.id },
    ['emergency.filing'],
  )
  await refold(ctx, project)
  return id
}

async function mustAcknowledge(ctx: Context, district_code: number): Promise<boolean> {
  const rule = await findRule(ctx, district_code, 'permit.clashes', shanghaiDay(ctx.now))
  return (rule?.value as { acknowledged?: boolean } | undefined)?.acknowledged === true
}

/** Which permit a dig of a kind is for. */
export const permitKindFor = ({ kind }: { kind: ProjectKind }): PermitKind =>
  kind === 'building_works' ? 'construction' : 'excavation'

/** A planned dig; or an emergency, which applies while it is being dug. */
export function applicable(project: { stage: string; status: string; is_retrospective: boolean }): boolean {
  if (project.status !== 'registered') return false
  return project.stage === 'planned' || (project.is_retrospective && project.stage === 'in_progress')
}
