import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import type { Action } from '../machine/machine.ts'
import { answerGuard } from './answer.ts'

/** What the caller owes to the cards of a project: to acknowledge them, and to explain in public what came too late. Nothing when no card is its own. */
export const clockActions: ActionSource = async (ctx, project) => {
  const clocks = await ctx.tx.many('clocks/list_clocks_of_project', {
    district_code: project.district_code,
    project_id: project.id,
  })
  return clocks.flatMap((clock) =>
    (['acknowledge', 'explain'] as const)
      .filter((answer) => answerGuard(clock, answer, ctx.actor.organisation_id) === null)
      .filter((answer) => answer === 'acknowledge' || clock.explanation === null)
      .map((answer): Action => ({
        name: `clock.${answer}`,
        href: `/api/clocks/${publicId('clk', clock.district_code, clock.id)}/${answer}`,
        method: 'POST',
        allowed: true,
        reason: null,
        input: answer === 'explain' ? { explanation: 'text_required' } : {},
        version: clock.version,
      })),
  )
}
