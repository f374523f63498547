import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { LegStatus } from '../db/queries.gen.ts'
import { Problem, wrongState } from '../http/problem.ts'
import { lockLeg, type LegKey, type LegRow } from './find.ts'
import { moveLeg } from './move-leg.ts'
import { refoldCase } from './refold.ts'
import { legMachine } from './states.ts'
import { tellParties } from './tell.ts'

export type Answer = 'acknowledge' | 'complete' | 'reject' | 'confirm_cancel'
type Outcome = 'applied' | 'applied_early' | 'repeated' | 'out_of_order' | 'refused'

export interface Callback {
  answer: Answer
  idempotency_key: string | null
  seen?: number | null
  utility_ack?: string
  reason_code?: string
}

/**
 * A utility's answer to its own leg. Statuses only go forward: the same outcome again (under another key: the same key never
 * gets here) answers the same and changes nothing, an acknowledgement after the end is kept on record and ignored, completing acknowledges too. Every
 * callback is logged; `refusal` is to be thrown after the commit, so that the log of a contradiction stays.
 */
export async function answerLeg(ctx: Context, key: LegKey, callback: Callback): Promise<{ refusal: Problem | null }> {
  const { sale, leg } = await lockLeg(ctx, key)
  if (ctx.actor.role !== 'utility')
    throw new Problem(403, 'transfers/not-your-move', { move: callback.answer, role: ctx.actor.role })
  if (!sale.entered_at) throw wrongState('transfers', { move: callback.answer, status: leg.status })
  const outcome = judge(leg.status, callback.answer, leg.acknowledged_at !== null)
  await log(ctx, leg, callback, outcome)
  if (outcome === 'refused') return { refusal: wrongState('transfers', { move: callback.answer, status: leg.status }) }
  if (outcome === 'applied' || outcome === 'applied_early') {
    await apply(ctx, leg, callback)
    const told = { reference: sale.reference, kind: leg.kind }
    if (callback.answer === 'complete') await tellParties(ctx, sale, 'buyer', 'transfer.leg_completed', told)
    if (callback.answer === 'reject') await tellParties(ctx, sale, 'buyer', 'transfer.leg_rejected', told)
    await refoldCase(ctx, key)
  }
  return { refusal: null }
}

const result: Record<Answer, LegStatus> = {
  acknowledge: 'acknowledged',
  complete: 'completed',
  reject: 'rejected',
  confirm_cancel: 'cancelled',
}
const afterwards: readonly LegStatus[] = ['completed', 'rejected', 'cancelled', 'cancel_requested', 'opted_out']

/** What an answer means where the leg stands. Pure. */
export function judge(status: LegStatus, answer: Answer, isAcknowledged: boolean): Outcome {
  if (status === result[answer]) return 'repeated'
  const from: readonly LegStatus[] = legMachine.moves[answer].from
  if (from.includes(status)) return answer === 'complete' && !isAcknowledged ? 'applied_early' : 'applied'
  return answer === 'acknowledge' && afterwards.includes(status) ? 'out_of_order' : 'refused'
}

async function apply(ctx: Context, leg: LegRow, callback: Callback): Promise<void> {
  const now = ctx.now.toISOString()
  const { answer, utility_ack = null, reason_code = null, seen } = callback
  const ended = answer === 'acknowledge' ? {} : { finished_at: now }
  const acknowledged = answer === 'confirm_cancel' ? {} : { acknowledged_at: now }
  await moveLeg(ctx, leg, answer, {
    seen,
    change: { utility_ack, reason_code, ...ended, ...acknowledged },
    data: reason_code ? { reason_code } : {},
  })
}

function log(ctx: Context, leg: LegRow, { answer, idempotency_key }: Callback, outcome: Outcome): Promise<void> {
  return ctx.system(() =>
    ctx.tx.run('transfers/insert_leg_message', {
      district_code: leg.district_code,
      id: randomUUID(),
      leg_id: leg.id,
      utility_id: leg.utility_id,
      registry_id: leg.registry_id,
      direction: 'in',
      kind: answer,
      key: idempotency_key ?? leg.push_key ?? '',
      outcome,
      now: ctx.now.toISOString(),
    }),
  )
}
