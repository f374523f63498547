import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'
import type { PermitChange, PermitRow } from './move.ts'
import type { PermitMove } from './states.ts'

/** Tells the promoter's people of a move that concerns them, in the move's own transaction: sent if and only if it is committed. */
export async function tellPromoter(
  ctx: Context,
  name: PermitMove,
  permit: PermitRow,
  change: PermitChange,
): Promise<void> {
  const { reference } = permit
  const addressed = {
    to: { organisation_id: permit.promoter_id },
    subject: { district_code: permit.district_code, subject_kind: 'permit', subject_id: permit.id },
  }
  if (name === 'submit') return queueMessage(ctx, { template: 'permit.submitted', params: { reference }, ...addressed })
  if (name === 'request_supplement')
    return queueMessage(ctx, { template: 'permit.supplement_requested', params: { reference }, ...addressed })
  if (name === 'refuse') return queueMessage(ctx, { template: 'permit.refused', params: { reference }, ...addressed })
  if (name === 'grant')
    return queueMessage(ctx, {
      template: 'permit.granted',
      params: { reference, valid_to: change.valid_to ?? '—' },
      ...addressed,
    })
  if (name === 'accept_application') {
    const clock = await ctx.system(() =>
      ctx.tx.one('permits/find_decision_due', { district_code: permit.district_code, id: permit.id }),
    )
    return queueMessage(ctx, {
      template: 'permit.accepted',
      params: { reference, due_on: clock?.due_on ?? '—' },
      ...addressed,
    })
  }
}
