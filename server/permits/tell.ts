import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'
import type { TemplateName } from '../messages/templates.ts'
import type { RequestRow } from './move-request.ts'
import type { PermitChange, PermitRow } from './move.ts'
import type { PermitMove } from './states.ts'

type Plain = Extract<TemplateName, `permit.${string}`>

/** Moves that are told in so many words, with nothing but the reference. */
const plain: Partial<Record<PermitMove, Plain>> = {
  submit: 'permit.submitted',
  request_supplement: 'permit.supplement_requested',
  not_accept: 'permit.not_accepted',
  refuse: 'permit.refused',
  lapse: 'permit.lapsed',
  expire: 'permit.expired',
  revoke: 'permit.revoked',
  withdraw: 'permit.withdrawn',
  cancel_as_penalty: 'permit.cancelled_as_penalty',
  deregister: 'permit.deregistered',
}

/** The message by which a decision is told. */
export const templateOf = (decision: PermitMove): Plain | undefined =>
  decision === 'grant' ? 'permit.granted' : plain[decision]

/**
 * Tells the promoter's people of a move that concerns them, in the move's own transaction: sent if and only if it is committed, and not while it
 * may be taken back.
 */
export async function tellPromoter(
  ctx: Context,
  name: PermitMove,
  permit: PermitRow,
  change: PermitChange & { held_until: Date | null },
): Promise<void> {
  const { reference } = permit
  const addressed = {
    to: { organisation_id: permit.promoter_id },
    subject: { district_code: permit.district_code, subject_kind: 'permit', subject_id: permit.id },
    held_until: change.held_until,
  }
  const template = plain[name]
  if (template) return queueMessage(ctx, { template, params: { reference } as never, ...addressed })
  if (name === 'grant')
    return queueMessage(ctx, {
      template: 'permit.granted',
      params: { reference, valid_to: change.valid_to ?? '—' },
      ...addressed,
    })
  if (name === 'accept_application' || name === 'accept_jointly' || name === 'accept_with_promise') {
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

const decided: Partial<Record<string, TemplateName>> = {
  'change_request.granted': 'change.granted',
  'change_request.refused': 'change.refused',
  'renewal.granted': 'renewal.granted',
  'renewal.deemed_renewed': 'renewal.deemed',
  'renewal.refused': 'renewal.refused',
}

/** Tells the promoter's people what became of a change or a renewal. */
export async function tellOfRequest(ctx: Context, event: string, request: RequestRow): Promise<void> {
  const template = decided[event]
  if (!template) return
  const { district_code, id, reference, kind } = request
  await queueMessage(ctx, {
    template,
    params: { reference } as never,
    to: { organisation_id: request.promoter_id },
    subject: { district_code, subject_kind: kind === 'change' ? 'change_request' : 'renewal', subject_id: id },
  })
}
