import type { Context } from '../context.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { refold } from '../projects/refold.ts'
import { overdigMachine } from './overdig-states.ts'
import type { SettleInput } from './schemas.ts'

/** The authority has seen to an over-dig: put back, permitted after all, penalised, or found otherwise. Both clocks end. Returns the dig. */
export async function settleOverdig(
  ctx: Context,
  public_id: string,
  input: SettleInput & { seen: number | null },
): Promise<{ district_code: number; id: string }> {
  const key = parsePublicId('odc', public_id)
  const found = key && ctx.actor.role !== 'public' ? await ctx.tx.one('surveys/find_case_of', key) : null
  if (!found) throw notFound('surveys')
  if (ctx.actor.role === 'authority' && found.authority_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'surveys/other-authority')
  const { outcome, reason } = input
  await move(ctx, overdigMachine, 'settle', found, {
    seen: input.seen,
    reason,
    evidence: await evidenceOf(ctx, found, input.evidence ?? [], '/evidence'),
    data: { outcome, reason },
    change: ({ status, version }) =>
      ctx.system(() =>
        ctx.tx.one('surveys/move_case', {
          district_code: found.district_code,
          id: found.id,
          from: status as never,
          to: overdigMachine.moves.settle.to,
          version,
          outcome,
          reason,
          now: ctx.now.toISOString(),
        }),
      ),
  })
  const dig = { district_code: found.district_code, id: found.project_id }
  await refold(ctx, dig)
  return dig
}
