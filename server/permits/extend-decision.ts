import { extendClock } from '../clocks/extend.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'
import { refold } from '../projects/refold.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'
import { decisionClocks } from './states.ts'

/** Why the decision cannot be put off, or null: once, and while it is still in time (行政许可法 42). */
export async function extensionGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  if (permit.extended_at) return 'permits/extended-once'
  const clock = await ctx.system(() =>
    ctx.tx.one('permits/find_decision_due', { district_code: permit.district_code, id: permit.id }),
  )
  return clock && clock.lawful_until < shanghaiDay(ctx.now) ? 'permits/limit-over' : null
}

/** The head of the authority puts the decision off, once: the last days move, statutory and promised, and the applicant is told why. */
export async function extendDecision(
  ctx: Context,
  permit: PermitRow,
  change: PermitChange & { approved_by: string },
): Promise<void> {
  const { district_code, reference, promoter_id } = permit
  const rule = permit.is_joint ? 'permit.decision_joint_extension' : 'permit.decision_extension'
  const { value } = await ruleFor(ctx, district_code, rule, shanghaiDay(ctx.now))
  await movePermit(ctx, 'extend_decision', permit, {
    ...change,
    rule,
    extension_approved_by: change.approved_by,
    guard: () => extensionGuard(ctx, permit),
    data: { days: value.statutory },
  })
  const subject = { district_code, subject_kind: 'permit', subject_id: permit.id }
  const due_on = await extendClock(ctx, subject, decisionClocks, value.statutory)
  await refold(ctx, { district_code, id: permit.project_id })
  await queueMessage(ctx, {
    template: 'permit.decision_extended',
    params: { reference, due_on: due_on ?? '—' },
    to: { organisation_id: promoter_id },
    subject,
  })
}
