import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { refold } from '../projects/refold.ts'
import { handoverMachine, type HandoverMove } from './handover-states.ts'

export type HandoverRow = Queries['permits/find_handover']['row']

/** Every move of a hand-over, with the dig's card folded in the same transaction. Only the unit that was given the file signs for it. */
export async function moveHandover(
  ctx: Context,
  name: HandoverMove,
  handover: HandoverRow,
  seen: number | null = null,
): Promise<void> {
  const { district_code, id, project_id, unit_id } = handover
  if (name === 'sign_for' && ctx.actor.role === 'inspector' && unit_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'permits/other-unit')
  await move(ctx, handoverMachine, name, handover, {
    seen,
    owners: { authority: unit_id },
    change: ({ status, version }) =>
      ctx.system(() =>
        ctx.tx.one('permits/move_handover', {
          district_code,
          id,
          from: status as never,
          to: handoverMachine.moves[name].to,
          version,
          signed_by: ctx.actor.id,
          now: ctx.now.toISOString(),
        }),
      ),
  })
  await refold(ctx, { district_code, id: project_id })
}

export function handoverKey(id: string): Key {
  const key = parsePublicId('hnd', id)
  if (!key) throw notFound('permits')
  return key
}

export async function findHandover(ctx: Context, key: Key): Promise<HandoverRow> {
  const handover =
    ctx.actor.role === 'public'
      ? null
      : await ctx.tx.one('permits/find_handover', { district_code: key.district_code, id: key.id })
  if (!handover) throw notFound('permits')
  return handover
}
