import type { Context } from '../context.ts'
import type { MultiPolygon } from '../geometry/geojson.ts'

/**
 * Other digs near a shape that are open, or to be, between two days, nearest first, as far as the caller may know of them:
 * a rival's plan that is not public yet stays hidden from all but the staff.
 */
export async function nearbyDigs(
  ctx: Context,
  input: { area: MultiPolygon; within_m: number; district_codes: number[]; from: string; to: string },
) {
  const near = await ctx.system(() =>
    ctx.tx.many('clashes/list_neighbours', {
      geometry: JSON.stringify(input.area),
      buffer_m: input.within_m,
      district_codes: input.district_codes,
      from: input.from,
      to: input.to,
      except_id: null,
    }),
  )
  const { role, organisation_id } = ctx.actor
  const isOutside = role === 'promoter' || role === 'utility' || role === 'public'
  return near
    .filter((dig) => !isOutside || dig.is_public || (organisation_id !== null && dig.promoter_id === organisation_id))
    .map(({ promoter_id: _p, is_public: _i, ...dig }) => dig)
}
