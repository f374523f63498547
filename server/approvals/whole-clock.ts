import { pauseClocks, resumeClocks, startClock, stopClocks } from '../clocks/clock.ts'
import { findRule, type Rule } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { ProjectRow } from '../projects/find.ts'
import { lackingOf } from '../projects/approval-stages.ts'
import { stagesOf } from './stages-of.ts'

const kind = 'approval.whole'

/**
 * The clock over all stages of a dig (全流程审批时限): it runs while an authority has something of it in hand, an item or the application for its
 * permit, is paused while its promoter has, and ends with the last item of the last stage. The authority that coordinates the dig holds it.
 * Answers every event of a permit too; nothing to do is no fault.
 */
export async function keepWholeClock(
  ctx: Context,
  { district_code, project_id }: { district_code: number; project_id: string | null },
): Promise<void> {
  if (!project_id) return
  const of = { district_code, project_id }
  const dig = await ctx.system(() => ctx.tx.one('projects/find_project', { district_code, id: project_id }))
  const rule = dig && (await wholeRule(ctx, dig))
  if (!rule) return
  const { promoter_id, contractor_id, authority_id } = dig
  const subject = { ...of, subject_kind: 'project', subject_id: project_id, promoter_id, contractor_id }
  const clock = await ctx.system(() => ctx.tx.one('approvals/find_whole_clock', of))
  const { in_hand } = (await ctx.system(() => ctx.tx.one('approvals/find_in_hand', of)))!
  if (!clock) {
    if (in_hand) await startClock(ctx, subject, { kind, owner: 'authority', owner_id: authority_id })
  } else if (in_hand) {
    if (clock.state === 'paused') await resumeClocks(ctx, subject, [kind])
  } else if ((await lackingOf(ctx, of, await stagesOf(ctx, dig))).length === 0) {
    if (clock.state === 'paused') await resumeClocks(ctx, subject, [kind])
    await stopClocks(ctx, subject, [kind])
  } else if (clock.state === 'running') await pauseClocks(ctx, subject, [kind], rule)
}

/** The limit over all stages for a dig of this kind today, or null. */
export async function wholeRule(
  ctx: Context,
  { district_code, kind: of }: Pick<ProjectRow, 'district_code' | 'kind'>,
): Promise<Rule | null> {
  const rule = await findRule(ctx, district_code, kind, shanghaiDay(ctx.now))
  const { kinds = [] } = (rule?.value ?? {}) as { kinds?: string[] }
  return kinds.includes(of) ? rule : null
}
