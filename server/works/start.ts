import { stopClocks } from '../clocks/clock.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { moveWorks, type WorksChange, type WorksRow } from './move.ts'

/** Why works may not start yet, or null: the permit must be delivered and in force, and every utility asked must have answered. */
export async function startGuard(ctx: Context, works: WorksRow): Promise<string | null> {
  const gate = await ctx.system(() =>
    ctx.tx.one('works/find_start_gate', { district_code: works.district_code, project_id: works.project_id }),
  )
  if (!gate?.permit_status) return 'works/no-permit'
  if (gate.permit_status !== 'delivered') return 'works/permit-not-delivered'
  const today = shanghaiDay(ctx.now)
  if (gate.valid_from && today < gate.valid_from) return 'works/before-validity'
  if (gate.valid_to && today > gate.valid_to) return 'works/after-validity'
  return gate.unanswered > 0 ? 'works/utilities-unanswered' : null
}

/** Starts the works: from now the promoter's clock runs to the last day of the permit, and the time to begin is kept. 409 names what is in the way. */
export async function startWorks(ctx: Context, works: WorksRow, change: WorksChange): Promise<void> {
  if (works.status === 'not_started') {
    const reason = await startGuard(ctx, works)
    if (reason) throw new Problem(409, reason)
  }
  const gate = await ctx.system(() =>
    ctx.tx.one('works/find_start_gate', { district_code: works.district_code, project_id: works.project_id }),
  )
  if (gate?.permit_id)
    await stopClocks(ctx, { ...works, subject_kind: 'permit', subject_id: gate.permit_id }, ['permit.start'])
  await moveWorks(ctx, 'start', works, { ...change, dues: { 'works.period': gate?.valid_to ?? works.planned_to } })
}
