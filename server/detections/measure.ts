import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { isStaff } from './find.ts'

/** The headline figure of the district: what share of the digs that were detected is under permit. Null where nothing was detected. */
export async function measureCoverage(ctx: Context, { from, to }: { from?: string; to?: string }) {
  if (!isStaff(ctx.actor.role)) throw notFound('detections')
  const counted = (await ctx.tx.one('detections/measure_coverage', {
    district_code: ctx.actor.district_code,
    from_on: from ?? null,
    to_on: to ?? null,
  }))!
  const { detected, under_permit, area_m2, under_permit_m2 } = counted
  return {
    ...counted,
    share_under_permit: detected === 0 ? null : under_permit / detected,
    share_of_area: area_m2 === 0 ? null : under_permit_m2 / area_m2,
  }
}
