import { randomUUID } from 'node:crypto'
import { ruleFor, type Rule } from '../clocks/rules.ts'
import { addMonths, shanghaiDay, shiftDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'

interface PlanRule {
  earth_moving_days: number
  active_days: number
  start_days: number
  sample: {
    share: number
    random_share: number
    weights: { open_rectification: number; red_card: number; failed_before: number }
  }
}

/**
 * Makes the plan of visits of a day by the rule `inspection.plan`: who is seen how often, what calls for a look, and once a month a sample, most of it
 * by risk, a stated part at random. Asked again on the same day it adds only what came since. Answers how many tasks are new; one event and one
 * audit row say how many for which reason.
 */
export async function planVisits(ctx: Context, district_code: number): Promise<number> {
  const today = shanghaiDay(ctx.now)
  const rule = await ruleFor(ctx, district_code, 'inspection.plan', today)
  const { sample, ...often } = rule.value as unknown as PlanRule
  const { share, random_share, weights } = sample
  const at = { district_code, today, now: ctx.now.toISOString() }
  const called = await ctx.tx.many('inspections/plan_tasks', { ...at, ...often })
  const drawn = await ctx.tx.many('inspections/draw_tasks', {
    ...at,
    month: today.slice(0, 7),
    month_end: monthEnd(today),
    share,
    random_share,
    open_rectification_weight: weights.open_rectification,
    red_card_weight: weights.red_card,
    failed_before_weight: weights.failed_before,
  })
  return tellPlan(ctx, district_code, [...called, ...drawn], rule)
}

/** One event and one audit row for the visits newly planned, with how many for which reason; nothing when there are none. Answers their number. */
export async function tellPlan(
  ctx: Context,
  district_code: number,
  planned: readonly { reason: string }[],
  { basis_zh, basis_en }: Pick<Rule, 'basis_zh' | 'basis_en'>,
): Promise<number> {
  if (planned.length === 0) return 0
  const reasons: Record<string, number> = {}
  for (const { reason } of planned) reasons[reason] = (reasons[reason] ?? 0) + 1
  const plan = { district_code, subject_kind: 'inspection_plan', subject_id: randomUUID() }
  const detail = { day: shanghaiDay(ctx.now), reasons }
  await ctx.emit({ type: 'inspection_plan.made', ...plan, subject_version: 1, basis_zh, basis_en, data: detail })
  await ctx.audit({ action: 'inspection_plan.make', ...plan, detail })
  return planned.length
}

/** The last day of the month of a day. */
export const monthEnd = (day: string): string => shiftDay(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
