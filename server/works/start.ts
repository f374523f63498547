import { stopClocks } from '../clocks/clock.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { Problem } from '../http/problem.ts'
import { approvalsGuard } from './approvals-guard.ts'
import { noticeGuard } from './notice-guard.ts'
import { moveWorks, type WorksChange, type WorksRow } from './move.ts'
import { prove } from './proof.ts'

type Gate = Queries['works/find_start_gate']['row']
type Blackout = Queries['works/find_blackout']['row']
type Alert = Queries['works/find_alert']['row']

/**
 * Why works may not start yet: the permit must be delivered and in force, every utility asked must have answered, an operator whom the law gives
 * notice must have had its days, what the place has approved before a start (验线, say) must be there, and no blackout period (停工期) and no
 * alert (预警) may hold. `blackout` and `alert` name the one that does.
 */
export async function startGuard(
  ctx: Context,
  works: WorksRow,
): Promise<{ reason: string | null; gate: Gate | null; blackout: Blackout | null; alert: Alert | null }> {
  const { district_code, project_id } = works
  const today = shanghaiDay(ctx.now)
  const gate = await ctx.system(() => ctx.tx.one('works/find_start_gate', { district_code, project_id }))
  const blackout = await blackoutOver(ctx, works)
  const alert = await alertOver(ctx, works)
  const held = blackout ? 'works/in-blackout' : alert ? 'works/under-alert' : null
  const papers =
    reasonAt(gate, today) ?? (await noticeGuard(ctx, works)) ?? (await approvalsGuard(ctx, works, 'works.start'))
  return { reason: papers ?? held, gate, blackout, alert }
}

/** The blackout period that holds a dig today: while it lasts its works neither start nor resume. */
export function blackoutOver(ctx: Context, { district_code, project_id }: WorksRow): Promise<Blackout | null> {
  const day = shanghaiDay(ctx.now)
  return ctx.system(() => ctx.tx.one('works/find_blackout', { district_code, project_id, day }))
}

/** The alert that holds a dig now: while it stands its works neither start nor resume. */
export function alertOver(ctx: Context, { district_code, project_id }: WorksRow): Promise<Alert | null> {
  return ctx.system(() => ctx.tx.one('works/find_alert', { district_code, project_id, now: ctx.now.toISOString() }))
}

function reasonAt(gate: Gate | null, today: string): string | null {
  if (!gate?.permit_status) return 'works/no-permit'
  if (gate.permit_status !== 'delivered') return 'works/permit-not-delivered'
  if (gate.valid_from && today < gate.valid_from) return 'works/before-validity'
  if (gate.valid_to && today > gate.valid_to) return 'works/after-validity'
  return gate.unanswered > 0 ? 'works/utilities-unanswered' : null
}

/** Starts the works: from now the promoter's clock runs to the last day of the permit, and the time to begin is kept. 409 names what is in the way. */
export async function startWorks(ctx: Context, works: WorksRow, change: WorksChange): Promise<void> {
  const { reason, gate, blackout, alert } = await startGuard(ctx, works)
  if (reason && works.status === 'not_started') throw new Problem(409, reason, factsOf(reason, blackout, alert))
  await prove(ctx, works, 'start', change)
  if (gate?.permit_id)
    await stopClocks(ctx, { ...works, subject_kind: 'permit', subject_id: gate.permit_id }, ['permit.start'])
  await moveWorks(ctx, 'start', works, { ...change, dues: { 'works.period': gate?.valid_to ?? works.planned_to } })
}

export function factsOf(reason: string, blackout: Blackout | null, alert: Alert | null): Record<string, unknown> {
  if (reason === 'works/in-blackout') return { ...blackout }
  return reason === 'works/under-alert' ? { until_at: alert?.until_at } : {}
}
