import type { Context } from '../context.ts'
import { move } from '../machine/move.ts'
import { refold } from '../projects/refold.ts'
import { emergencyCaseMachine } from './case-states.ts'

/** The application came after all: an open case of the dig is regularised. Answers `permit.submitted`; nothing to do is no fault. */
export async function closeCase(
  ctx: Context,
  event: { district_code: number; project_id: string | null },
): Promise<void> {
  const { district_code, project_id } = event
  if (!project_id) return
  const found = await ctx.tx.one('works/find_open_case', { district_code, project_id })
  if (!found) return
  await move(ctx, emergencyCaseMachine, 'regularise', found, {
    change: ({ status, version }) =>
      ctx.tx.one('works/move_emergency_case', {
        district_code,
        id: found.id,
        from: status as never,
        to: emergencyCaseMachine.moves.regularise.to,
        version,
        now: ctx.now.toISOString(),
      }),
  })
  await refold(ctx, { district_code, id: project_id })
}
