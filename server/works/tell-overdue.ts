import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'

/** Tells the promoter's people, once, that a dig has gone past its permitted period: the day its clock turned red. */
export async function tellOverdue(
  ctx: Context,
  clock: {
    district_code: number
    project_id: string | null
    kind: string
    card: string
    due_on: string
    promoter_id: string | null
  },
): Promise<void> {
  if (clock.kind !== 'works.period' || clock.card !== 'red' || !clock.project_id || !clock.promoter_id) return
  const project = await ctx.tx.one('projects/find_project', {
    district_code: clock.district_code,
    id: clock.project_id,
  })
  if (!project) return
  await queueMessage(ctx, {
    template: 'works.overdue',
    params: { reference: project.reference, due_on: clock.due_on },
    to: { organisation_id: clock.promoter_id },
    subject: { district_code: clock.district_code, subject_kind: 'project', subject_id: clock.project_id },
  })
}
