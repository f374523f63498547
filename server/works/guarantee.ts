import { currentCalendar } from '../clocks/calendar.ts'
import { ruleFor } from '../clocks/rules.ts'
import { addMonths, nextWorkingDay, shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { moveWorks, type WorksRow } from './move.ts'

/** The guarantee runs from the day of acceptance for the months of the rule (roads: one year, 城市道路管理条例 18); its last day is a working day (民法典 203). */
export async function startGuarantee(ctx: Context, works: WorksRow): Promise<void> {
  const from = shanghaiDay(new Date(works.passed_at ?? ctx.now))
  const rule = await ruleFor(ctx, works.district_code, 'works.guarantee', from)
  const to = nextWorkingDay(addMonths(from, rule.value.months), await currentCalendar(ctx))
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
