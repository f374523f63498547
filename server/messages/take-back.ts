import type { Context } from '../context.ts'
import type { TemplateName } from './templates.ts'

/**
 * Takes back the messages that one move queued, by its template and the move's own business instant. False when somebody was told already, or is being told now:
 * the caller then refuses, and its transaction gives back what was taken.
 */
export async function takeBackMessages(
  ctx: Context,
  told: { district_code: number; subject_kind: string; subject_id: string; template: TemplateName; queued_at: string },
): Promise<boolean> {
  const counted = await ctx.system(() => ctx.tx.one('messages/take_back_messages', told))
  return counted!.taken === counted!.queued
}
