import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay, shiftDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { tellPlan } from './plan.ts'

type Told = { district_code: number; project_id: string | null }

/** A breach calls for one visit of its dig; none more while that one is still to be made. Answers `breach.began`. */
export async function planForBreach(ctx: Context, { district_code, project_id }: Told): Promise<void> {
  if (!project_id) return
  const today = shanghaiDay(ctx.now)
  const rule = await ruleFor(ctx, district_code, 'feed', today)
  const planned = await ctx.tx.many('inspections/plan_breach', {
    district_code,
    project_id,
    today,
    due_on: shiftDay(today, rule.value.visit_days as number),
    now: ctx.now.toISOString(),
  })
  await tellPlan(ctx, district_code, planned, rule)
}
