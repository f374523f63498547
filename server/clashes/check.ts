import { shanghaiDay } from '../clocks/working-days.ts'
import { ruleFor } from '../clocks/rules.ts'
import type { Context } from '../context.ts'
import type { MultiPolygon } from '../geometry/geojson.ts'
import { publicId } from '../http/public-id.ts'

const mostHits = 1000

export interface Hit {
  layer: 'networks'
  feature_id: string
  utility_id: string
  utility: string | null
  utility_en: string | null
  theme: string
  distance_m: number
  protected: boolean
  protection_m: number
  basis_zh: string
  basis_en: string
}

/**
 * Which lines lie within `buffer_m` of a shape, nearest first, each with the protection rule of its kind: the one place
 * where a clash is decided. Distances in metres on the CGCS2000 ellipsoid. Writes nothing.
 */
export async function checkClashes(
  ctx: Context,
  input: { area: MultiPolygon; buffer_m: number; district_codes: number[] },
): Promise<Hit[]> {
  const rows = await ctx.system(() =>
    ctx.tx.many('clashes/list_hits', {
      geometry: JSON.stringify(input.area),
      buffer_m: input.buffer_m,
      district_codes: input.district_codes,
      limit: mostHits,
    }),
  )
  const rules = new Map<string, Awaited<ReturnType<typeof ruleFor>>>()
  for (const theme of new Set(rows.map((row) => row.theme)))
    rules.set(theme, await ruleFor(ctx, input.district_codes[0]!, `protection.${theme}`, shanghaiDay(ctx.now)))
  return rows.map((row) => {
    const rule = rules.get(row.theme)!
    const protection_m = row.protection_m ?? (rule.value.distance_m as number)
    return {
      layer: 'networks',
      feature_id: publicId('net', row.district_code, row.id),
      utility_id: row.utility_id,
      utility: row.utility_zh,
      utility_en: row.utility_en,
      theme: row.theme,
      distance_m: Math.round(row.distance_m * 1000) / 1000,
      protected: row.distance_m <= protection_m,
      protection_m,
      basis_zh: rule.basis_zh,
      basis_en: rule.basis_en,
    }
  })
}
