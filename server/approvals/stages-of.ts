import type { Context } from '../context.ts'
import { approvalStages, type ApprovalStage } from '../projects/approval-stages.ts'
import type { ProjectRow } from '../projects/find.ts'

/** The stages that a dig of this kind runs, in their order; often none. */
export async function stagesOf(
  ctx: Context,
  { district_code, kind }: Pick<ProjectRow, 'district_code' | 'kind'>,
): Promise<ApprovalStage[]> {
  const stages = await approvalStages(ctx, district_code)
  return stages.filter(({ kinds }) => kinds.includes(kind))
}
