import { findRule } from '../clocks/rules.ts'
import { addMonths, shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { moveWorks, type WorksChange, type WorksRow } from './move.ts'
import { alertOver, blackoutOver, factsOf } from './start.ts'

/**
 * Why suspended works may not go on, or null: an alert or a blackout period stands over the dig, or they have stopped so long that the authority must verify
 * the permit first (建筑法 11, the rule `works.reverification`): its own resuming is that.
 */
export async function resumeGuard(ctx: Context, works: WorksRow) {
  const alert = await alertOver(ctx, works)
  const blackout = await blackoutOver(ctx, works)
  const held = alert ? 'works/under-alert' : blackout ? 'works/in-blackout' : null
  return { reason: held ?? ((await isLongStopped(ctx, works)) ? 'works/reverification-due' : null), alert, blackout }
}

/** Resumes suspended works (复工), whoever suspended them. */
export async function resumeWorks(ctx: Context, works: WorksRow, change: WorksChange): Promise<void> {
  const { reason, alert, blackout } = await resumeGuard(ctx, works)
  if (reason && works.status === 'suspended') throw new Problem(409, reason, factsOf(reason, blackout, alert))
  await moveWorks(ctx, 'resume', works, change)
}

async function isLongStopped(ctx: Context, { district_code, kind, suspended_at }: WorksRow): Promise<boolean> {
  if (ctx.actor.role === 'authority' || !suspended_at) return false
  const today = shanghaiDay(ctx.now)
  const rule = await findRule(ctx, district_code, 'works.reverification', today)
  const { months, kinds = [] } = (rule?.value ?? {}) as { months?: number; kinds?: string[] }
  return months !== undefined && kinds.includes(kind) && addMonths(shanghaiDay(new Date(suspended_at)), months) <= today
}
