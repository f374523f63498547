import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Json, Queries } from '../db/queries.gen.ts'

export interface Tolerance {
  area_m2: number
  share: number
  basis_zh: string
  basis_en: string
}
export interface Overdig {
  /** as built without what is permitted; null when nothing is left over */
  geometry: Json | null
  area_m2: number
  /** of the as-built ground */
  share: number
  is_beyond: boolean
  tolerance: Tolerance
}

/** What is over-dig still put down to drawing and measuring: beyond it are both the area and the share of the rule `overdig.tolerance`. */
export async function toleranceOf(ctx: Context, district_code: number): Promise<Tolerance> {
  const { value, basis_zh, basis_en } = await ruleFor(ctx, district_code, 'overdig.tolerance', shanghaiDay(ctx.now))
  return { ...(value as { area_m2: number; share: number }), basis_zh, basis_en }
}

/** The over-dig (超挖) among the differences of a dig; null where it was not surveyed or nothing was permitted yet. */
export function overdigAmong(rows: Queries['surveys/compare_lives']['row'][], tolerance: Tolerance): Overdig | null {
  const built = rows.find(({ life }) => life === 'as_built')
  if (!built) return null
  const { outside_m2: area_m2, outside_share: share, outside } = built
  const is_beyond = area_m2 > tolerance.area_m2 && share > tolerance.share
  return { geometry: outside, area_m2, share, is_beyond, tolerance }
}

export async function findOverdig(
  ctx: Context,
  of: { district_code: number; project_id: string },
): Promise<Overdig | null> {
  const rows = await ctx.tx.many('surveys/compare_lives', of)
  return overdigAmong(rows, await toleranceOf(ctx, of.district_code))
}
