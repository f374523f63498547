import type { Context } from '../context.ts'
import { Problem, wrongState } from '../http/problem.ts'
import { findOwnProject } from '../projects/find.ts'
import { moveItem, type ItemChange, type ItemRow } from './move-item.ts'

/** The promoter has put right what was refused and asks again; not for a dig that was given up or has ended. */
export async function askItemAgain(ctx: Context, item: ItemRow, change: ItemChange): Promise<void> {
  if (ctx.actor.role === 'promoter' && item.promoter_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'approvals/not-your-move')
  const project = await findOwnProject(ctx, { district_code: item.district_code, id: item.project_id })
  if (isOver(project)) throw wrongState('approvals', { move: 'ask_again', stage: project.stage })
  await moveItem(ctx, 'ask_again', item, change)
}

/** Whether nothing is approved for a dig any more. */
export const isOver = ({ stage }: { stage: string }): boolean => ['cancelled', 'lapsed', 'terminated'].includes(stage)
