import type { Context } from '../context.ts'
import { Problem, wrongState } from '../http/problem.ts'
import { lockLeg, type CaseRow, type LegKey, type LegRow } from './find.ts'
import { moveLeg } from './move-leg.ts'
import { refoldCase } from './refold.ts'
import { withUtility } from './states.ts'

interface Release {
  seen?: number | null
  reason?: string
}

/** The applicant no longer wants this utility told (自行办理): before the push the leg ends; after it the utility is asked to call it off. */
export async function optOut(ctx: Context, key: LegKey, options: Release): Promise<void> {
  const { sale, leg } = await lockLeg(ctx, key)
  await endLeg(ctx, leg, 'opt_out', options)
  await withdraw(ctx, sale, leg)
  await refoldCase(ctx, key)
}

/** The registry calls one leg off, before it is completed (不动产登记暂行条例 15 for a registration withdrawn). */
export async function cancelLeg(ctx: Context, key: LegKey, options: Release): Promise<void> {
  const { leg } = await lockLeg(ctx, key)
  await endLeg(ctx, leg, 'cancel', options)
  await refoldCase(ctx, key)
}

/**
 * Withdraws the consent for one utility (个人信息保护法 15): from now on it reads nothing. A leg under way is called off; one
 * that ended stays as it is, because withdrawing does not undo what was lawful. Twice is the same as once.
 */
export async function withdrawConsent(ctx: Context, key: LegKey, options: Release): Promise<void> {
  const { sale, leg } = await lockLeg(ctx, key)
  if (ctx.actor.role !== 'registry')
    throw new Problem(403, 'transfers/not-your-move', { move: 'withdraw_consent', role: ctx.actor.role })
  if (!ended(leg)) await endLeg(ctx, leg, 'opt_out', options)
  await withdraw(ctx, sale, leg)
  await refoldCase(ctx, key)
}

/** Ends a leg in the way its state allows. */
export async function endLeg(
  ctx: Context,
  leg: LegRow,
  how: 'opt_out' | 'cancel',
  { seen, reason }: Release,
): Promise<void> {
  if (leg.status === 'completed') throw wrongState('transfers', { move: how, status: leg.status })
  const isWithUtility = (withUtility as readonly string[]).includes(leg.status)
  const change = isWithUtility ? {} : { finished_at: ctx.now.toISOString() }
  await moveLeg(ctx, leg, isWithUtility ? 'request_cancel' : how, { seen, reason, change })
}

export const ended = (leg: LegRow) =>
  ['completed', 'rejected', 'cancelled', 'opted_out', 'cancel_requested'].includes(leg.status)

async function withdraw(ctx: Context, sale: CaseRow, leg: LegRow): Promise<void> {
  const { district_code, id } = sale
  const receipts = await ctx.tx.many('transfers/withdraw_consent', {
    district_code,
    case_id: id,
    kind: leg.kind,
    now: ctx.now.toISOString(),
  })
  if (receipts.length === 0) return
  await ctx.audit({
    action: 'consent.withdraw',
    district_code,
    subject_kind: 'transfer',
    subject_id: id,
    detail: { kind: leg.kind },
  })
}
