import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { moveDetection } from './move.ts'

/**
 * Matches new detections with what was permitted on their day, links the repeats among them, and moves each on: closed where a permit covers it,
 * a case for the rest. One statement for any number of them (sql/detections/match_detection.sql); thresholds are the rule `detection.match`.
 */
export async function matchDetections(ctx: Context, district_code: number, ids: string[]): Promise<void> {
  const day = shanghaiDay(ctx.now)
  const { value, basis_zh, basis_en } = await ruleFor(ctx, district_code, 'detection.match', day)
  const { matched_share, review_share, duplicate_iou, duplicate_days, permit_kinds } = value
  const of = { district_code, ids }
  await ctx.system(async () => {
    const now = ctx.now.toISOString()
    await ctx.tx.run('detections/route_detections', { ...of, day })
    const matched = await ctx.tx.many('detections/match_detection', {
      ...of,
      now,
      matched_share,
      review_share,
      permit_kinds,
      basis_zh,
      basis_en,
    })
    if (matched.length !== ids.length) throw new Error(`${matched.length} of ${ids.length} detections were matched`)
    await ctx.tx.run('detections/link_duplicates', { ...of, iou: duplicate_iou, days: duplicate_days })
    for (const row of await ctx.tx.many('detections/list_matched', of)) {
      const { duplicate_of_id, coverage, share_covered } = row
      if (duplicate_of_id) await moveDetection(ctx, 'link_duplicate', row, { data: { duplicate_of_id } })
      else
        await moveDetection(ctx, coverage === 'covered' ? 'close_covered' : 'open_case', row, {
          data: { coverage, share_covered },
        })
    }
  })
}
