import { randomUUID } from 'node:crypto'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { changedSince, field, invalid, Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { queueMessage } from '../messages/queue.ts'
import { lackingOf, type ApprovalStage } from '../projects/approval-stages.ts'
import { findOwnProject, type ProjectRow } from '../projects/find.ts'
import { findUnit } from '../projects/find-unit.ts'
import { findItem, itemsOf, moveItem } from './move-item.ts'
import { stagesOf } from './stages-of.ts'

/** What the rule of an item says besides its limit: its words, and whom it asks. */
export interface ItemRule {
  label_zh: string
  label_en: string
  asks: { duty: string; kind?: string }
}

/**
 * The promoter asks for a stage: every item of its list goes to its authority at once, each on a clock of its own (并联审批). 422 when the dig runs no
 * such stage, 409 stage-asked when it was asked before, 409 stage-not-yet while a stage before it lacks an item or the dig is not that far.
 */
export async function askStage(ctx: Context, input: Key & { stage: string; seen: number | null }): Promise<void> {
  const project = await findOwnProject(ctx, input)
  if (ctx.actor.role !== 'promoter' || project.promoter_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'approvals/not-your-move')
  if (input.seen !== null && input.seen !== project.version)
    throw changedSince('approvals', { version: project.version })
  const stages = await stagesOf(ctx, project)
  const stage = stages.find(({ code }) => code === input.stage)
  if (!stage)
    throw invalid('approvals/invalid', [
      field('/stage', 'approvals/stage-unknown', '此项目没有这个审批阶段', 'this dig has no such stage'),
    ])
  const items = await itemsOf(ctx, project)
  const reason = await stageGuard(ctx, project, { stages, items }, stage)
  if (reason) throw new Problem(409, reason)
  for (const item of stage.items) await askItem(ctx, project, stage.code, item)
}

/** Why a stage cannot be asked for now, or null. */
export async function stageGuard(
  ctx: Context,
  project: ProjectRow,
  { stages, items }: { stages: readonly ApprovalStage[]; items: readonly { stage: string }[] },
  stage: ApprovalStage,
): Promise<string | null> {
  const { district_code, id: project_id } = project
  if (items.some((item) => item.stage === stage.code)) return 'approvals/stage-asked'
  if (project.status !== 'registered' || !stage.when.includes(project.stage)) return 'approvals/stage-not-yet'
  const before = stages.slice(0, stages.indexOf(stage))
  const lacking = await lackingOf(ctx, { district_code, project_id }, before)
  return lacking.length > 0 ? 'approvals/stage-not-yet' : null
}

/** Where nobody has the duty, the authority of the dig is asked: it records the paper that the other signed. */
async function askItem(ctx: Context, project: ProjectRow, stage: string, item: string): Promise<void> {
  const { district_code, id: project_id, promoter_id, contractor_id } = project
  const { value } = await ruleFor(ctx, district_code, `approval.${item}`, shanghaiDay(ctx.now))
  const { asks } = value as unknown as ItemRule
  const authority_id = (await findUnit(ctx, { district_code, project_id }, asks)) ?? project.authority_id
  const made = await ctx.system(() =>
    ctx.tx.one('approvals/insert_item', {
      district_code,
      id: randomUUID(),
      project_id,
      stage,
      item,
      authority_id,
      promoter_id,
      contractor_id,
      now: ctx.now.toISOString(),
    }),
  )
  if (!made) throw changedSince('approvals', { stage })
  await moveItem(ctx, 'ask', await findItem(ctx, { district_code, id: made.id }), { seen: null })
  await queueMessage(ctx, {
    template: 'approval.asked',
    params: { reference: project.reference },
    to: { organisation_id: authority_id },
    subject: { district_code, subject_kind: 'approval_item', subject_id: made.id },
  })
}
