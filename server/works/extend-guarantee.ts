import { currentCalendar } from '../clocks/calendar.ts'
import { retimeClock } from '../clocks/extend.ts'
import { findRule } from '../clocks/rules.ts'
import { addMonths, countDays, nextWorkingDay, shiftDay, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { guaranteeRule } from './guarantee.ts'
import { moveWorks, type WorksRow } from './move.ts'

/**
 * A defect of the guarantee was put right: by the rule of the place the guarantee grows by the days of the repair (`repair_days`), or what was
 * repaired is vouched for anew (`anew`), or neither. Answers `rectification.cleared`.
 */
export async function extendForRepair(
  ctx: Context,
  event: { district_code: number; subject_id: string },
): Promise<void> {
  const { district_code, subject_id } = event
  const repair = await ctx.tx.one('works/find_repair', { district_code, rectification_id: subject_id })
  const works = repair && (await ctx.tx.one('works/lock_works', { district_code, id: repair.works_id }))
  if (!works?.guarantee_to || works.status !== 'guarantee') return
  const cleared = repair!.cleared_on
  const rule = await findRule(ctx, district_code, 'works.guarantee_extension', cleared)
  const by = (rule?.value as { by?: 'repair_days' | 'anew' | 'none' } | undefined)?.by ?? 'none'
  if (by === 'none') return
  const last =
    by === 'repair_days'
      ? shiftDay(works.guarantee_to, countDays(repair!.issued_on, cleared))
      : addMonths(cleared, (await guaranteeRule(ctx, works, cleared)).value.months)
  await lengthenGuarantee(ctx, works, nextWorkingDay(last, await currentCalendar(ctx)))
}

/** Moves the last day of a guarantee out, with its clock and that of its inspection; never in. Run as the system. */
export async function lengthenGuarantee(ctx: Context, works: WorksRow, to: Day): Promise<void> {
  if (!works.guarantee_to || to <= works.guarantee_to) return
  await moveWorks(ctx, 'extend_guarantee', works, {
    guarantee_to: to,
    data: { from_on: works.guarantee_to, to_on: to },
  })
  const subject = { district_code: works.district_code, subject_kind: 'works', subject_id: works.id }
  await retimeClock(ctx, subject, ['works.guarantee', 'guarantee.inspection'], to)
}
