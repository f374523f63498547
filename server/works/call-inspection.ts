import { stopClocks } from '../clocks/clock.ts'
import { ruleFor } from '../clocks/rules.ts'
import { addMonths, shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { refold } from '../projects/refold.ts'
import { moveWorks, type WorksRow } from './move.ts'

/** Whose guarantee ends within the months of the rule and was not called for an inspection yet. */
export async function listUncalled(ctx: Context, district_code: number): Promise<{ id: string }[]> {
  const today = shanghaiDay(ctx.now)
  const rule = await ruleFor(ctx, district_code, 'guarantee.inspection', today)
  const until = addMonths(today, (rule.value as { months_before: number }).months_before)
  return ctx.tx.many('works/list_uncalled', { district_code, until, limit: 100 })
}

/** An inspection falls due before the guarantee ends: a matter of the authority, with the end of the guarantee as its last day. Once. */
export async function callInspection(ctx: Context, works: WorksRow): Promise<void> {
  if (works.status !== 'guarantee' || works.inspection_called_on || !works.guarantee_to) return
  await moveWorks(ctx, 'call_inspection', works, {
    inspection_called_on: shanghaiDay(ctx.now),
    dues: { 'guarantee.inspection': works.guarantee_to },
  })
}

/** Somebody went there: the matter is done. Answers `inspection.recorded`. */
export async function noteInspection(
  ctx: Context,
  event: { district_code: number; subject_id: string },
): Promise<void> {
  const { district_code, subject_id } = event
  const works = await ctx.tx.one('works/find_inspected_works', { district_code, inspection_id: subject_id })
  if (!works) return
  const subject = { district_code, subject_kind: 'works', subject_id: works.id, project_id: works.project_id }
  await stopClocks(ctx, subject, ['guarantee.inspection'])
  await refold(ctx, { district_code, id: works.project_id })
}
