import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'
import { findOwnProject } from '../projects/find.ts'
import { moveItem, type ItemChange, type ItemRow } from './move-item.ts'

/** The authority approves, and names the paper by which it does (文号). */
export const approveItem = (ctx: Context, item: ItemRow, change: ItemChange): Promise<void> =>
  answerItem(ctx, 'approve', item, change)

/** It does not, and says why: the stage stays open until the promoter has put it right and asked again. */
export const refuseItem = (ctx: Context, item: ItemRow, change: ItemChange): Promise<void> =>
  answerItem(ctx, 'refuse', item, change)

async function answerItem(ctx: Context, name: 'approve' | 'refuse', item: ItemRow, change: ItemChange): Promise<void> {
  const { district_code, id, project_id, promoter_id } = item
  await moveItem(ctx, name, item, change)
  const { reference } = await findOwnProject(ctx, { district_code, id: project_id })
  await queueMessage(ctx, {
    template: name === 'approve' ? 'approval.approved' : 'approval.refused',
    params: { reference },
    to: { organisation_id: promoter_id },
    subject: { district_code, subject_kind: 'approval_item', subject_id: id },
  })
}
