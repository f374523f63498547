import { randomUUID } from 'node:crypto'
import { startClock } from '../clocks/clock.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'

/**
 * The hours of an emergency ran out without an application (城市道路管理条例 34): its clock is red, a case is opened, once, and it is a matter on
 * the authority's desk. The promoter is told.
 */
export async function openCase(
  ctx: Context,
  clock: { district_code: number; project_id: string | null; kind: string; card: string },
): Promise<void> {
  const { district_code, project_id } = clock
  if (clock.kind !== 'emergency.filing' || clock.card !== 'red' || !project_id) return
  const id = randomUUID()
  const opened = await ctx.tx.one('works/insert_emergency_case', {
    district_code,
    id,
    project_id,
    now: ctx.now.toISOString(),
  })
  if (!opened) return
  const { authority_id, promoter_id, contractor_id } = opened
  const rule = await ruleFor(ctx, district_code, 'emergency.case', shanghaiDay(ctx.now))
  await startClock(
    ctx,
    { district_code, subject_kind: 'emergency_case', subject_id: id, project_id, promoter_id, contractor_id },
    { kind: 'emergency.case', owner: 'authority', owner_id: authority_id },
  )
  const subject = { district_code, subject_kind: 'emergency_case', subject_id: id }
  await ctx.emit({
    type: 'emergency_case.opened',
    ...subject,
    subject_version: opened.version,
    project_id,
    promoter_id,
    basis_zh: rule.basis_zh,
    basis_en: rule.basis_en,
    data: {},
  })
  await ctx.audit({ action: 'emergency_case.open', ...subject })
  await queueMessage(ctx, {
    template: 'emergency.unfiled',
    params: { reference: opened.reference },
    to: { organisation_id: promoter_id },
    subject,
  })
}
