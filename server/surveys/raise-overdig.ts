import { randomUUID } from 'node:crypto'
import { startClock } from '../clocks/clock.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay, shiftDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'
import { refold } from '../projects/refold.ts'
import { findOverdig, type Overdig } from './overdig.ts'

/**
 * Looks whether the surveyed ground of a dig goes beyond its permitted ground by more than the tolerance of the place. If so, a case: the change of
 * area was to be asked before it was dug (城市道路管理条例 36), so the promoter's clock is red at once, and the authority has its own to see to it.
 * An open case takes the new figures; a settled one is opened anew only by ground that was not settled with it.
 */
export async function raiseOverdig(
  ctx: Context,
  dig: { district_code: number; project_id: string | null },
): Promise<void> {
  const { district_code, project_id } = dig
  if (!project_id) return
  await ctx.system(async () => {
    const of = { district_code, project_id }
    const found = await findOverdig(ctx, of)
    const held = await ctx.tx.one('surveys/find_case', of)
    if (!found?.geometry) return
    const figures = { excess: JSON.stringify(found.geometry), excess_m2: found.area_m2, excess_share: found.share }
    if (held?.status === 'open')
      return ctx.tx.run('surveys/measure_case', { district_code, id: held.id, ...figures, now: ctx.now.toISOString() })
    if (!found.is_beyond || (held && found.area_m2 <= held.excess_m2 + found.tolerance.area_m2)) return
    const id = randomUUID()
    const opened = await ctx.tx.one('surveys/insert_case', { ...of, id, ...figures, now: ctx.now.toISOString() })
    if (opened) await tell(ctx, { ...of, id }, found)
  })
}

async function tell(
  ctx: Context,
  raised: { district_code: number; project_id: string; id: string },
  found: Overdig,
): Promise<void> {
  const { district_code, project_id, id } = raised
  const dig = (await ctx.tx.one('surveys/find_dig', { district_code, project_id }))!
  const subject = { district_code, subject_kind: 'overdig_case', subject_id: id }
  const parties = { ...subject, project_id, promoter_id: dig.promoter_id, contractor_id: dig.contractor_id }
  await startClock(ctx, parties, {
    kind: 'overdig.change',
    owner: 'promoter',
    owner_id: dig.promoter_id,
    due_on: shiftDay(shanghaiDay(ctx.now), -1),
    ...(dig.started_at ? { started_at: new Date(dig.started_at) } : {}),
  })
  await startClock(ctx, parties, { kind: 'overdig.case', owner: 'authority', owner_id: dig.authority_id })
  const rule = await ruleFor(ctx, district_code, 'overdig.change', shanghaiDay(ctx.now))
  await ctx.emit({
    type: 'overdig_case.opened',
    ...subject,
    subject_version: 1,
    project_id,
    promoter_id: dig.promoter_id,
    basis_zh: rule.basis_zh,
    basis_en: rule.basis_en,
    data: { excess_m2: Math.round(found.area_m2 * 100) / 100, excess_share: Math.round(found.share * 1e4) / 1e4 },
  })
  await ctx.audit({ action: 'overdig_case.open', ...subject })
  await queueMessage(ctx, {
    template: 'overdig.found',
    params: { reference: dig.reference, area: found.area_m2.toFixed(1) },
    to: { organisation_id: dig.promoter_id },
    subject,
  })
  await refold(ctx, { district_code, id: project_id })
}
