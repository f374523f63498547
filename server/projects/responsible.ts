import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { MultiPolygon } from '../geometry/geojson.ts'
import { field, invalid, type FieldError } from '../http/problem.ts'

/** Everything outside all known counties is filed under this code, so that the cover is total. */
export const outsideCode = 100000
const borderTolerance_m = 50

export interface Responsible {
  district_code: number
  authority_id: string
  town_id: string | null
  admin_code: string | null
  street_name: string | null
  touched: number[]
  outside: FieldError[]
}

/**
 * Who answers for a place today: the authority and the town whose dated areas hold most of it ("administered by", which is
 * not "coded under"), and every county it touches. More than 50 m outside the district is an error; less is a warning.
 */
export async function responsibleFor(ctx: Context, area: MultiPolygon): Promise<Responsible> {
  const { district_code } = ctx.actor
  const geometry = JSON.stringify(area)
  const day = shanghaiDay(ctx.now)
  return ctx.system(async () => {
    const place = (await ctx.tx.one('projects/locate_area', { geometry, day, district_code }))!
    const distance = place.home_distance_m
    if (place.home_known && (distance === null || distance > borderTolerance_m))
      throw invalid('projects/invalid', [
        field(
          '/geometry',
          'geometry/outside-district',
          '图形不在本辖区内（超出边界 50 米以上）',
          'the shape lies more than 50 m outside the district',
        ),
      ])
    const units = await ctx.tx.many('projects/find_responsible', { district_code, day, geometry })
    const unit = (duty: string) => units.find((found) => found.duty === duty)?.organisation_id ?? null
    const authority_id = unit('authority') ?? (await ctx.tx.one('projects/find_authority', { district_code }))?.id
    if (!authority_id)
      throw invalid('projects/invalid', [
        field('/geometry', 'projects/no-authority', '该位置没有主管部门', 'no authority is responsible for this place'),
      ])
    const counties = place.counties as number[]
    return {
      district_code,
      authority_id,
      town_id: unit('town'),
      admin_code: place.street_code,
      street_name: place.street_name,
      touched: [...new Set([district_code, ...(counties.length > 0 ? counties : [outsideCode])])],
      outside:
        distance !== null && distance > 0
          ? [
              field(
                '/geometry',
                'geometry/outside-district',
                '图形超出辖区边界不足 50 米',
                'the shape crosses the district border by less than 50 m',
              ),
            ]
          : [],
    }
  })
}
