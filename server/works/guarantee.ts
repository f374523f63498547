import { currentCalendar } from '../clocks/calendar.ts'
import { findRule, ruleFor, type Rule } from '../clocks/rules.ts'
import { addMonths, nextWorkingDay, shanghaiDay, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { ProjectKind } from '../db/queries.gen.ts'
import { Problem } from '../http/problem.ts'
import { moveWorks, type WorksChange, type WorksRow } from './move.ts'

/** How long a dig of this kind is vouched for: the rule of its kind (`works.guarantee.building_works`), else that of roads. */
export async function guaranteeRule(
  ctx: Context,
  dig: { district_code: number; kind: ProjectKind },
  day: Day,
): Promise<Rule> {
  const { district_code, kind } = dig
  const own = await findRule(ctx, district_code, `works.guarantee.${kind}`, day)
  return own ?? ruleFor(ctx, district_code, 'works.guarantee', day)
}

/** The guarantee runs from the day of acceptance for the months of the rule (roads: one year, 城市道路管理条例 18); its last day is a working day (民法典 203). */
export async function startGuarantee(ctx: Context, works: WorksRow): Promise<void> {
  const from = shanghaiDay(new Date(works.passed_at ?? ctx.now))
  const { key, value } = await guaranteeRule(ctx, works, from)
  const to = nextWorkingDay(addMonths(from, value.months), await currentCalendar(ctx))
  await moveWorks(ctx, 'start_guarantee', works, {
    guarantee_from: from,
    guarantee_to: to,
    rule: key,
    dues: { 'works.guarantee': to },
  })
}

/** Why a file may not be closed yet, or null: no defect, no interim reinstatement, no over-dig may still be open. */
export async function closeGuard(ctx: Context, works: WorksRow): Promise<string | null> {
  const open = await ctx.tx.one('works/count_open_matters', {
    district_code: works.district_code,
    project_id: works.project_id,
  })
  return open!.count > 0 ? 'works/matters-open' : null
}

/** Closes the file; by the calendar when the guarantee is over, or by the authority. 409 while something of it is open. */
export async function closeGuarantee(ctx: Context, works: WorksRow, change: WorksChange = {}): Promise<void> {
  const reason = works.status === 'guarantee' ? await closeGuard(ctx, works) : null
  if (reason) throw new Problem(409, reason)
  await moveWorks(ctx, 'close', works, change)
}
