import { pauseClocks } from '../clocks/clock.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'
import { isAwaitingApprovals } from '../projects/approval-stages.ts'
import { findOwnProject } from '../projects/find.ts'
import { consentGuard } from './ask-consents.ts'
import { feeGuard } from './fee-guard.ts'
import { handOver } from './hand-over.ts'
import { brokenPromiseGuard, deliveryGuard } from './keep-promise.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'
import { protectionGuard } from './required-documents.ts'
import { openGround } from './open-ground.ts'

/**
 * Grants with conditions, for a period; by default the planned one. An emergency's may be over by then. Never deemed (no silence grants a permit here).
 * Where the period begins inside a road's no-dig years an approval of the county government must be attached (城市道路管理条例 33); every authority that
 * was asked must have consented (30); where the place asks for it, the fee is paid in or waived. Utilities' answers gate the start of works, never the grant.
 * The file goes to who supervises the dig (审管衔接).
 */
export async function grantPermit(ctx: Context, permit: PermitRow, change: PermitChange): Promise<{ version: number }> {
  const project = await findOwnProject(ctx, { district_code: permit.district_code, id: permit.project_id })
  const valid_from = change.valid_from ?? project.planned_from
  const valid_to = change.valid_to ?? project.planned_to
  if (valid_to < valid_from || (valid_to < shanghaiDay(ctx.now) && !permit.is_retrospective))
    throw invalid('permits/invalid', [
      field('/valid_to', 'permits/period-invalid', '许可期限有误', 'the period of the permit is not possible'),
    ])
  const closed = await moratoria(ctx, permit, valid_from)
  if (closed.length > 0 && !(change.evidence?.length ?? 0))
    throw invalid('permits/invalid', [
      field(
        '/evidence',
        'permits/moratorium-approval-missing',
        '禁挖期内，须附县级以上人民政府批准文件',
        "inside a road's no-dig years: attach the approval of the county government",
      ),
    ])
  const moved = await movePermit(ctx, 'grant', permit, {
    ...change,
    valid_from,
    valid_to,
    conditions: change.conditions ?? [],
    guard: () => grantGuard(ctx, permit),
  })
  await openGround(ctx, { ...permit, source: permit.reference })
  await awaitPromised(ctx, permit)
  await handOver(ctx, { ...permit, version: moved.version })
  if (closed.length > 0) await nameException(ctx, permit, closed, change.evidence![0]!)
  return moved
}

/** Why this may not be granted yet, whatever its period is, or null. */
export async function grantGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  if (permit.agent_id !== null && permit.agent_id === ctx.actor.id) return 'permits/agent-decides-not'
  if (await isAwaitingApprovals(ctx, permit, 'permit.grant')) return 'permits/approvals-open'
  return (
    (await consentGuard(ctx, permit)) ??
    (await brokenPromiseGuard(ctx, permit)) ??
    (await protectionGuard(ctx, permit)) ??
    (await feeGuard(ctx, permit))
  )
}

/** While a promised document is still to come, it is not the authority that is late with the delivery. */
async function awaitPromised(ctx: Context, permit: PermitRow): Promise<void> {
  if (!(await deliveryGuard(ctx, permit))) return
  const basis = await ruleFor(ctx, permit.district_code, 'promise.documents', shanghaiDay(ctx.now))
  await pauseClocks(ctx, { ...permit, subject_kind: 'permit', subject_id: permit.id }, ['permit.delivery'], basis)
}

/** Roads under this dig that were handed over or overhauled too recently to be dug on a day, by the rules of its district. */
function moratoria(ctx: Context, permit: { district_code: number; project_id: string }, day: Day) {
  const { district_code, project_id } = permit
  return ctx.system(() => ctx.tx.many('permits/list_moratoria', { district_code, project_id, day }))
}

/** The permit says which roads it may open inside their no-dig years, and by which file. */
async function nameException(
  ctx: Context,
  permit: PermitRow,
  closed: Awaited<ReturnType<typeof moratoria>>,
  approval: string,
): Promise<void> {
  const roads = closed.map(({ id: _id, ...road }) => road)
  await ctx.system(() =>
    ctx.tx.run('permits/name_exception', {
      district_code: permit.district_code,
      id: permit.id,
      exception: JSON.stringify(roads),
      approval_id: parsePublicId('att', approval)!.id,
    }),
  )
}
