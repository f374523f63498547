import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { bboxToWkt, type Bbox } from '../filter/geometry-text.ts'
import { field, invalid } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'
import { readOutline } from './outline.ts'
import type { AreaInput } from './schemas.ts'

/** An area on the ground, however it was named. */
export interface Shape {
  /** EWKB in hex, EPSG:4490: what statements compare with. */
  ewkb: string
  area_m2: number
  dimension: number
  bbox: Bbox
  /** Its outline as GeoJSON text. */
  geojson: string
  /** Counties it touches, besides those of the caller: where rows are looked for. */
  district_codes: number[]
}

/**
 * The ground that is asked about: drawn, boxed, a division by its code on the day of `at`, a road by its name, or a saved
 * area; widened by `buffer_m` metres. 422 names what is unknown. Runs as the caller, whose saved areas it may read.
 */
export async function resolveShape(
  ctx: Context,
  area: AreaInput,
  { at, home }: { at?: string; home: number },
): Promise<Shape> {
  const day = shanghaiDay(at ? new Date(at) : ctx.now)
  const own = [...new Set([ctx.actor.district_code, ...ctx.actor.districts, home])]
  const ewkb = await ewkbOf(ctx, area, day, own)
  const { west, south, east, north, counties, geojson, ...measured } = (await ctx.tx.one('areas/measure_shape', {
    ewkb,
    day,
  }))!
  const district_codes = [...new Set([...own, ...(counties as number[])])]
  return { ewkb, ...measured, bbox: [west, south, east, north], geojson, district_codes }
}

async function ewkbOf(ctx: Context, area: AreaInput, day: string, own: number[]): Promise<string> {
  const buffer_m = area.buffer_m ?? null
  if (area.bbox) return ofBox(ctx, area.bbox, buffer_m)
  if (area.admin_code) return ofDivision(ctx, area.admin_code, day, buffer_m)
  if (area.road_name) {
    const found = await ctx.tx.one('areas/shape_of_road', { district_codes: own, name: area.road_name, buffer_m })
    return (
      found?.ewkb ?? unknown('/area/road_name', 'areas/no-such-road', '没有这条道路', 'there is no road of this name')
    )
  }
  if (area.saved) {
    const key = parsePublicId('are', area.saved)
    const found =
      key && ctx.actor.role !== 'public' ? await ctx.tx.one('areas/shape_saved', { ...key, buffer_m }) : null
    return found?.ewkb ?? unknown('/area/saved', 'areas/no-such-saved-area', '没有这个收藏区域', 'no such saved area')
  }
  const geometry = readOutline(area.geometry, area.crs, '/area/geometry')
  return (await ctx.tx.one('areas/shape_drawn', { geometry: JSON.stringify(geometry), buffer_m }))!.ewkb
}

async function ofBox(ctx: Context, bbox: Bbox, buffer_m: number | null): Promise<string> {
  const wkt = bboxToWkt(bbox, { pointer: '/area/bbox' })
  return (await ctx.tx.one('areas/shape_of_box', { wkt, buffer_m }))!.ewkb
}

/** Twelve digits that end in three noughts are written for the nine of a street. */
async function ofDivision(ctx: Context, code: string, day: string, buffer_m: number | null): Promise<string> {
  const pointer = '/area/admin_code'
  const short = code.length === 12 ? code.replace(/000$/, '') : code
  const found = await ctx.tx.one('areas/shape_of_division', { code: short, day, buffer_m })
  if (!found)
    return unknown(
      pointer,
      'areas/no-such-division',
      `${day} 没有代码为 ${code} 的区划`,
      `no division ${code} on ${day}`,
    )
  return (
    found.ewkb ??
    unknown(pointer, 'areas/no-outline', '该区划没有边界图形', 'the outline of this division is not known')
  )
}

function unknown(pointer: string, code: string, message_zh: string, message_en: string): never {
  throw invalid('areas/invalid', [field(pointer, code, message_zh, message_en)])
}
