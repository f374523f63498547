import type { Context } from '../context.ts'
import { wrongState } from '../http/problem.ts'
import { move } from '../machine/move.ts'
import { findOwnProject } from './find.ts'
import { refold } from './refold.ts'
import { projectMachine } from './states.ts'
import { stopAllClocks } from './stop-clocks.ts'

/** The promoter gives the dig up. Only before works began; open clocks end without fault. */
export async function cancelProject(
  ctx: Context,
  input: { district_code: number; id: string; reason: string; seen: number | null },
): Promise<void> {
  const project = await findOwnProject(ctx, input)
  if (!cancellable(project.stage)) throw wrongState('projects', { move: 'cancel', stage: project.stage })
  await move(
    ctx,
    projectMachine,
    'cancel',
    { ...project, project_id: project.id },
    {
      seen: input.seen,
      reason: input.reason,
      change: ({ version }) =>
        ctx.tx.one('projects/cancel_project', { ...input, from: 'registered', version, now: ctx.now.toISOString() }),
    },
  )
  await stopAllClocks(ctx, input)
  await refold(ctx, input)
}

export const cancellable = (stage: string): boolean => ['planned', 'permitting', 'permitted'].includes(stage)
