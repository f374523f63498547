import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { moveWorks, type WorksChange, type WorksRow } from './move.ts'

/** Why works may not start yet, or null: the permit must be delivered and in force, every utility asked must have answered, and no blackout period may hold. */
export async function startGuard(ctx: Context, works: WorksRow): Promise<string | null> {
  const gate = await ctx.system(() =>
    ctx.tx.one('works/find_start_gate', { district_code: works.district_code, project_id: works.project_id }),
  )
  if (!gate?.permit_status) return 'works/no-permit'
  if (gate.permit_status !== 'delivered') return 'works/permit-not-delivered'
  const today = shanghaiDay(ctx.now)
  if (gate.valid_from && today < gate.valid_from) return 'works/before-validity'
  if (gate.valid_to && today > gate.valid_to) return 'works/after-validity'
  if (gate.unanswered > 0) return 'works/utilities-unanswered'
  return (await blackoutOver(ctx, works)) ? 'works/in-blackout' : null
}

/** The blackout period (停工期) that keeps this dig from starting today, or null. */
function blackoutOver(ctx: Context, works: WorksRow) {
  const { district_code, project_id } = works
  return ctx.system(() => ctx.tx.one('works/find_blackout', { district_code, project_id, day: shanghaiDay(ctx.now) }))
}

/** Starts the works: from now the promoter's clock runs to the last day of the permit. 409 names what still stands in the way. */
export async function startWorks(ctx: Context, works: WorksRow, change: WorksChange): Promise<void> {
  if (works.status === 'not_started') {
    const reason = await startGuard(ctx, works)
    if (reason) throw new Problem(409, reason, reason === 'works/in-blackout' ? (await blackoutOver(ctx, works))! : {})
  }
  const gate = await ctx.system(() =>
    ctx.tx.one('works/find_start_gate', { district_code: works.district_code, project_id: works.project_id }),
  )
  await moveWorks(ctx, 'start', works, { ...change, dues: { 'works.period': gate?.valid_to ?? works.planned_to } })
}
