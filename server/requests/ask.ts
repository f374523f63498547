import { randomUUID } from 'node:crypto'
import { startClock } from '../clocks/clock.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { refold } from '../projects/refold.ts'

/**
 * Opens one request per utility with lines near a dig, each on its own clock; a utility asked already is not asked again.
 * Answers `permit.submitted` and `works.emergency_started`, in the relay's transaction. Returns how many were asked.
 */
export async function askUtilities(
  ctx: Context,
  event: { district_code: number; project_id: string | null },
): Promise<number> {
  if (!event.project_id) return 0
  const key = { district_code: event.district_code, project_id: event.project_id }
  const rule = await ruleFor(ctx, event.district_code, 'utility.response', shanghaiDay(ctx.now))
  const near = await ctx.tx.many('requests/list_utilities_near', { ...key, within_m: rule.value.within_m })
  for (const utility of near) {
    const id = randomUUID()
    const subject = {
      district_code: event.district_code,
      subject_kind: 'utility_request',
      subject_id: id,
      project_id: event.project_id,
      promoter_id: utility.promoter_id,
      contractor_id: utility.contractor_id,
    }
    const due_on = await startClock(ctx, subject, {
      kind: 'utility.response',
      owner: 'utility',
      owner_id: utility.utility_id,
    })
    await ctx.tx.run('requests/insert_request', {
      ...key,
      id,
      utility_id: utility.utility_id,
      utility_kind: utility.theme,
      nearest_m: utility.nearest_m,
      segments: utility.segments,
      due_on,
      now: ctx.now.toISOString(),
    })
    await ctx.emit({
      type: 'request.opened',
      district_code: event.district_code,
      subject_kind: 'utility_request',
      subject_id: id,
      subject_version: 1,
      project_id: event.project_id,
      promoter_id: utility.promoter_id,
      utility_id: utility.utility_id,
      basis_zh: rule.basis_zh,
      basis_en: rule.basis_en,
      data: { due_on },
    })
  }
  if (near.length > 0) await refold(ctx, { district_code: event.district_code, id: event.project_id })
  return near.length
}
