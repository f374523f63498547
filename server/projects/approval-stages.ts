import { findRule } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { ProjectKind, ProjectStage } from '../db/queries.gen.ts'

/** The moves of a dig that a stage of approvals may stand before. */
export type GatedMove = 'permit.submit' | 'permit.grant' | 'works.start' | 'works.pass'

/** One stage of approvals (审批阶段) for some kinds of digs: its items are asked for at once, each a rule `approval.<item>`. */
export interface ApprovalStage {
  code: string
  label_zh: string
  label_en: string
  kinds: ProjectKind[]
  /** The move that waits until every item is approved. */
  before: GatedMove
  /** The stages of a dig's life in which it can be asked for. */
  when: ProjectStage[]
  items: string[]
}
interface Dig {
  district_code: number
  project_id: string
}

/** The stages of a place today, in their order, for all kinds of digs: the rule `approval.stages`. */
export async function approvalStages(ctx: Context, district_code: number): Promise<ApprovalStage[]> {
  const rule = await findRule(ctx, district_code, 'approval.stages', shanghaiDay(ctx.now))
  return rule ? (rule.value as unknown as { stages: ApprovalStage[] }).stages : []
}

/** What a dig still lacks of the items of these stages, by code; a stage of another kind of dig lacks nothing. */
export async function lackingOf(
  ctx: Context,
  { district_code, project_id }: Dig,
  stages: readonly ApprovalStage[],
): Promise<string[]> {
  if (stages.length === 0) return []
  const wanted = JSON.stringify(stages.flatMap(({ items, kinds }) => items.map((item) => ({ item, kinds }))))
  const rows = await ctx.system(() =>
    ctx.tx.many('projects/list_open_approvals', { district_code, project_id, wanted }),
  )
  return rows.map(({ item }) => item)
}

/** Whether a move of a dig still waits for a stage of approvals. */
export async function isAwaitingApprovals(ctx: Context, dig: Dig, move: GatedMove): Promise<boolean> {
  const stages = await approvalStages(ctx, dig.district_code)
  const before = stages.filter((stage) => stage.before === move)
  return (await lackingOf(ctx, dig, before)).length > 0
}
