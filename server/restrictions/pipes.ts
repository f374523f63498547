import { ruleFor } from '../clocks/rules.ts'
import type { Context } from '../context.ts'
import type { MultiPolygon } from '../geometry/geojson.ts'
import { planeOf } from '../geometry/local-metres.ts'
import { multiPolygon } from '../geometry/geojson.ts'

/** A line near the dig, as the clashes room finds it; server/routes.ts hands its check in. */
export interface Line {
  theme: string
  utility: string | null
  utility_en: string | null
  distance_m: number
  protected: boolean
  protection_m: number
  basis_zh: string
  basis_en: string
}
export type FindLines = (
  ctx: Context,
  input: { area: MultiPolygon; buffer_m: number; district_codes: number[] },
) => Promise<Line[]>

/** Further than any protection distance of a kind of line; a line with a wider one of its own is found from here on. */
const searched_m = 50

/**
 * Whose lines lie near the dig: one row for each kind and utility, the nearest first. The public is told which kinds lie within their
 * protection distance of the blocks that it drew in, and neither whose nor how far: many small questions must not find a pipe.
 */
export async function pipesNear(
  ctx: Context,
  findLines: FindLines,
  input: { area: MultiPolygon; district_codes: number[]; day: string },
) {
  const home = input.district_codes[0]!
  if (ctx.actor.role === 'public') {
    const { block_m } = (await ruleFor(ctx, home, 'check.public_block', input.day)).value as { block_m: number }
    const area = await blocksOf(ctx, input.area, block_m)
    const lines = (await findLines(ctx, { ...input, area, buffer_m: searched_m })).filter((line) => line.protected)
    const themes = new Map(lines.map((line) => [line.theme, line]))
    const found = [...themes.values()].toSorted((a, b) => (a.theme < b.theme ? -1 : 1))
    return {
      block_m,
      lines: found.map((line) => ({ ...line, utility: null, utility_en: null, count: null, distance_m: null })),
    }
  }
  const { within_m } = (await ruleFor(ctx, home, 'utility.response', input.day)).value as { within_m: number }
  const lines = await findLines(ctx, { ...input, buffer_m: searched_m })
  const groups = new Map<string, Line & { count: number }>()
  for (const line of lines.filter((one) => one.protected || one.distance_m <= within_m)) {
    const key = `${line.theme} ${line.utility}`
    const known = groups.get(key)
    groups.set(
      key,
      known
        ? { ...known, count: known.count + 1, protected: known.protected || line.protected }
        : { ...line, count: 1 },
    )
  }
  return { block_m: null, lines: [...groups.values()] }
}

async function blocksOf(ctx: Context, area: MultiPolygon, block_m: number): Promise<MultiPolygon> {
  const { central_meridian } = planeOf(area)
  const covered = await ctx.system(() =>
    ctx.tx.one('restrictions/cover_with_blocks', {
      geometry: JSON.stringify(area),
      srid: 4534 + central_meridian / 3 - 25,
      block_m,
    }),
  )
  return multiPolygon.parse(covered!.geometry)
}
