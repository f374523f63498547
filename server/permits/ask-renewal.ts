import { ruleFor } from '../clocks/rules.ts'
import { countWorkingDays, shanghaiDay, shiftDay } from '../clocks/working-days.ts'
import { currentCalendar } from '../clocks/calendar.ts'
import type { Context } from '../context.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import { askOfPermit } from './ask-of-permit.ts'
import type { PermitRow } from './move.ts'

/** Why a permit cannot be asked to live longer, or null: it must be asked so many days before its last one (行政许可法 50; days are data). */
export async function renewalGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const { district_code, valid_to } = permit
  if ((permit.status !== 'granted' && permit.status !== 'delivered') || valid_to === null) return 'permits/wrong-state'
  const asked = await ctx.tx.many('permits/list_change_requests', { district_code, permit_id: permit.id })
  if (asked.some(({ kind, status }) => kind === 'renewal' && ['submitted', 'application_accepted'].includes(status)))
    return 'permits/renewal-open'
  const today = shanghaiDay(ctx.now)
  const rule = await ruleFor(ctx, district_code, 'renewal.application', today)
  const { days_before } = rule.value
  const isEarly =
    rule.unit === 'working_days'
      ? countWorkingDays(today, valid_to, await currentCalendar(ctx)) >= days_before
      : shiftDay(today, days_before) <= valid_to
  return isEarly ? null : 'permits/renewal-too-late'
}

/** The promoter asks for a longer life. The authority must decide by the permit's last day; its silence renews it. */
export async function askRenewal(
  ctx: Context,
  permit: PermitRow,
  input: { valid_to: string; reason: string; seen: number | null },
): Promise<string> {
  if (ctx.actor.role !== 'promoter') throw new Problem(403, 'permits/not-your-move')
  const reason = await renewalGuard(ctx, permit)
  if (reason) throw new Problem(409, reason)
  if (input.valid_to <= permit.valid_to!)
    throw invalid('permits/invalid', [
      field('/valid_to', 'permits/period-invalid', '许可期限有误', 'the period of the permit is not possible'),
    ])
  return askOfPermit(ctx, permit, {
    kind: 'renewal',
    reason: input.reason,
    valid_from: null,
    valid_to: input.valid_to,
    geometry: null,
    seen: input.seen,
    dues: { 'renewal.decision': permit.valid_to! },
  })
}
