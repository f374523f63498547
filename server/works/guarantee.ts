import { addMonths } from '../clocks/clock.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { moveWorks, type WorksRow } from './move.ts'

/** The guarantee runs from the day of acceptance for the months of the rule (roads: one year, 城市道路管理条例 18). */
export async function startGuarantee(ctx: Context, works: WorksRow): Promise<void> {
  const from = shanghaiDay(new Date(works.passed_at ?? ctx.now))
  const rule = await ruleFor(ctx, works.district_code, 'works.guarantee', from)
  const to = addMonths(from, rule.value.months)
  await moveWorks(ctx, 'start_guarantee', works, {
    guarantee_from: from,
    guarantee_to: to,
    dues: { 'works.guarantee': to },
  })
}

/** Closes the file when the guarantee is over and nothing is open; otherwise leaves it. Returns whether it closed. */
export async function closeGuarantee(ctx: Context, works: WorksRow): Promise<boolean> {
  const open = await ctx.tx.one('works/count_open_rectifications', {
    district_code: works.district_code,
    project_id: works.project_id,
  })
  if (open!.count > 0) return false
  await moveWorks(ctx, 'close', works)
  return true
}
