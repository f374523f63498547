import { findRule } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { ProjectKind } from '../db/queries.gen.ts'

export type SurveyedMove = 'backfill' | 'complete'

/** Whether the place asks for the as-built survey (竣工测量) before this move of a dig of this kind: the rule `works.survey`. */
export async function asksSurvey(
  ctx: Context,
  dig: { district_code: number; kind: ProjectKind },
  move: SurveyedMove,
): Promise<boolean> {
  const rule = await findRule(ctx, dig.district_code, 'works.survey', shanghaiDay(ctx.now))
  const { kinds = [], before = [] } = (rule?.value ?? {}) as { kinds?: ProjectKind[]; before?: SurveyedMove[] }
  return kinds.includes(dig.kind) && before.includes(move)
}
