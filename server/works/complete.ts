import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { asksSurvey } from '../projects/survey-rule.ts'
import { moveWorks, type WorksChange, type WorksRow } from './move.ts'
import { prove } from './proof.ts'

/**
 * Why works may not be reported complete yet, or null: no site may still be open (城市道路管理条例 35: clear the site first), and where the place asks
 * for it every site was surveyed (竣工测量).
 */
export async function completeGuard(ctx: Context, works: WorksRow): Promise<string | null> {
  const of = { district_code: works.district_code, project_id: works.project_id }
  const open = await ctx.tx.one('works/count_open_sites', of)
  if (open!.count > 0) return 'works/sites-open'
  if (!(await asksSurvey(ctx, works, 'complete'))) return null
  const unsurveyed = await ctx.tx.one('works/count_unsurveyed', of)
  return unsurveyed!.count > 0 ? 'works/survey-missing' : null
}

export async function completeWorks(ctx: Context, works: WorksRow, change: WorksChange): Promise<void> {
  const reason = works.status === 'in_progress' ? await completeGuard(ctx, works) : null
  if (reason) throw new Problem(409, reason)
  await prove(ctx, works, 'complete', change)
  await moveWorks(ctx, 'complete', works, change)
}
