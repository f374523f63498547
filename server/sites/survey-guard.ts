import type { Context } from '../context.ts'
import type { ProjectKind } from '../db/queries.gen.ts'
import { asksSurvey } from '../projects/survey-rule.ts'

/** The sites of a dig that may not be backfilled yet: opened, not surveyed since, where the place asks for a survey before backfill (竣工测量). */
export async function surveyGuard(
  ctx: Context,
  dig: { district_code: number; project_id: string; kind: ProjectKind },
): Promise<Set<string>> {
  if (!(await asksSurvey(ctx, dig, 'backfill'))) return new Set()
  const { district_code, project_id } = dig
  const open = await ctx.system(() => ctx.tx.many('sites/list_unsurveyed', { district_code, project_id }))
  return new Set(open.map(({ id }) => id))
}
