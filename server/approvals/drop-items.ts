import { stopClocks } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import type { CommittedEvent } from '../outbox/relay.ts'
import { isOver } from './ask-again.ts'
import { itemsOf, moveItem } from './move-item.ts'

/** What nobody answered falls with a dig that was given up or has ended, and the clock over all stages with it. Answers `project.stage_changed`. */
export async function dropItems(ctx: Context, event: CommittedEvent): Promise<void> {
  const { district_code, project_id } = event
  const { to } = event.data as { to?: string }
  if (!project_id || !to || !isOver({ stage: to })) return
  const items = await itemsOf(ctx, { district_code, id: project_id })
  if (items.length === 0) return
  const subject = { district_code, subject_kind: 'project', subject_id: project_id, project_id }
  for (const item of items.filter(({ status }) => status === 'asked')) await moveItem(ctx, 'drop', item, { seen: null })
  await stopClocks(ctx, subject, ['approval.whole'], 'cancelled')
}
