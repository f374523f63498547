import { stopClocks } from '../clocks/clock.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { Problem } from '../http/problem.ts'
import { moveWorks, type WorksChange, type WorksRow } from './move.ts'

/** Why works may not start yet: the permit must be delivered and in force, and every utility asked must have answered. */
export async function startGuard(ctx: Context, works: WorksRow): Promise<{ reason: string | null; gate: Gate | null }> {
  const { district_code, project_id } = works
  const gate = await ctx.system(() => ctx.tx.one('works/find_start_gate', { district_code, project_id }))
  return { reason: reasonAt(gate, shanghaiDay(ctx.now)), gate }
}

type Gate = Queries['works/find_start_gate']['row']

function reasonAt(gate: Gate | null, today: string): string | null {
  if (!gate?.permit_status) return 'works/no-permit'
  if (gate.permit_status !== 'delivered') return 'works/permit-not-delivered'
  if (gate.valid_from && today < gate.valid_from) return 'works/before-validity'
  if (gate.valid_to && today > gate.valid_to) return 'works/after-validity'
  return gate.unanswered > 0 ? 'works/utilities-unanswered' : null
}

/** Starts the works: from now the promoter's clock runs to the last day of the permit, and the time to begin is kept. 409 names what is in the way. */
export async function startWorks(ctx: Context, works: WorksRow, change: WorksChange): Promise<void> {
  const { reason, gate } = await startGuard(ctx, works)
  if (reason && works.status === 'not_started') throw new Problem(409, reason)
  if (gate?.permit_id)
    await stopClocks(ctx, { ...works, subject_kind: 'permit', subject_id: gate.permit_id }, ['permit.start'])
  await moveWorks(ctx, 'start', works, { ...change, dues: { 'works.period': gate?.valid_to ?? works.planned_to } })
}
