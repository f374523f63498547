import type { Context } from '../context.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { feeMachine, type FeeMove } from './fee-states.ts'

export interface FeeChange {
  seen: number | null
  receipt?: string
  reason?: string
  basis?: string
  evidence?: string[]
}

/** The authority books a fee as paid in, with its receipt, or waives it, with its reason and the rule that lets it. Returns the dig. */
export async function moveFee(ctx: Context, name: FeeMove, public_id: string, change: FeeChange): Promise<Key> {
  const key = parsePublicId('fee', public_id)
  const fee = key && ctx.actor.role !== 'public' ? await ctx.tx.one('restrictions/find_fee', key) : null
  if (!fee) throw notFound('restrictions')
  if (ctx.actor.role === 'authority' && fee.authority_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'restrictions/other-authority')
  const { receipt = null, reason = null, basis = null } = change
  await move(ctx, feeMachine, name, fee, {
    seen: change.seen,
    reason: change.reason,
    evidence: await evidenceOf(ctx, fee, change.evidence ?? [], '/evidence'),
    data: { total: fee.total, ...(receipt ? { receipt } : { reason, basis }) },
    change: ({ status, version }) =>
      ctx.system(() =>
        ctx.tx.one('restrictions/move_fee', {
          district_code: fee.district_code,
          id: fee.id,
          from: status as never,
          to: feeMachine.moves[name].to,
          version,
          receipt,
          waiver_reason: reason,
          waiver_basis: basis,
          now: ctx.now.toISOString(),
        }),
      ),
  })
  return { district_code: fee.district_code, id: fee.project_id }
}
