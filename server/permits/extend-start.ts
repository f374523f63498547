import { extendClock } from '../clocks/extend.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { queueMessage } from '../messages/queue.ts'
import { refold } from '../projects/refold.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'

/** Why the time to begin cannot be lengthened, or null: a construction permit whose time runs, so many times (建筑法 9). */
export async function startExtensionGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const { district_code, id } = permit
  const clock = await ctx.system(() => ctx.tx.one('permits/find_start_due', { district_code, id }))
  if (!clock) return 'permits/no-time-to-start'
  const today = shanghaiDay(ctx.now)
  if (clock.due_on < today) return 'permits/limit-over'
  const { value } = await ruleFor(ctx, district_code, 'permit.start_extension', today)
  return permit.start_extensions < value.times ? null : 'permits/start-extended-out'
}

/** On the promoter's application its works may begin later, by at most the months of the rule, counted from the last day they had. */
export async function extendStart(
  ctx: Context,
  permit: PermitRow,
  change: PermitChange & { months: number },
): Promise<void> {
  const { district_code, id, reference, promoter_id } = permit
  const { value } = await ruleFor(ctx, district_code, 'permit.start_extension', shanghaiDay(ctx.now))
  if (change.months > value.months_at_most)
    throw invalid('permits/invalid', [
      field(
        '/months',
        'permits/too-many-months',
        `每次不超过 ${value.months_at_most} 个月`,
        `at most ${value.months_at_most} months at a time`,
      ),
    ])
  await movePermit(ctx, 'extend_start', permit, {
    ...change,
    start_extensions: 1,
    data: { months: change.months },
    guard: () => startExtensionGuard(ctx, permit),
  })
  const subject = { district_code, subject_kind: 'permit', subject_id: id }
  const due_on = await extendClock(ctx, subject, ['permit.start'], change.months)
  await refold(ctx, { district_code, id: permit.project_id })
  await queueMessage(ctx, {
    template: 'permit.start_extended',
    params: { reference, due_on: due_on ?? '—' },
    to: { organisation_id: promoter_id },
    subject,
  })
}
