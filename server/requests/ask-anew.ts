import type { Context } from '../context.ts'
import { move } from '../machine/move.ts'
import { askUtilities } from './ask.ts'
import { requestMachine } from './states.ts'

/**
 * Where a granted change moves the ground, what utilities answered was about other ground: their requests are superseded, and whoever has lines near the
 * new ground is asked. Answers `change_request.granted`; a change of the period alone asks nobody.
 */
export async function askAnew(
  ctx: Context,
  event: { district_code: number; subject_id: string; project_id: string | null },
): Promise<void> {
  const { district_code, subject_id } = event
  const standing = await ctx.tx.many('requests/list_standing', { district_code, change_id: subject_id })
  for (const row of standing)
    await move(ctx, requestMachine, 'supersede', row, {
      event: { utility_id: row.utility_id },
      change: ({ status, version }) =>
        ctx.tx.one('requests/supersede', { district_code, id: row.id, from: status as never, version }),
    })
  await askUtilities(ctx, event)
}
