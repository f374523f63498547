import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { sightOf } from '../filter/sight.ts'
import type { Found } from './schemas.ts'

type Ranked = Found & { rank: number }
interface Placed {
  rank: number
  lon: number | null
  lat: number | null
  west: number | null
  south: number | null
  east: number | null
  north: number | null
}

/**
 * Digs, divisions, roads, estates and buildings by words, the best match first; of equals, places before digs. What the
 * caller may not see is not found; people and homes are not searched at all. Runs as dongtu_map.
 */
export async function search(ctx: Context, input: { q: string; limit: number; home: number }): Promise<Found[]> {
  const q = input.q.normalize('NFKC').trim()
  const escaped = q.replaceAll(/[\\%_]/g, '\\$&')
  const codes = [...new Set([ctx.actor.district_code, ...ctx.actor.districts, input.home])]
  const words = { q, beginning: `${escaped}%`, within: `%${escaped}%`, limit: input.limit }
  const here = { ...words, district_codes: codes }
  const found = [
    ...(await divisions(ctx, { ...words, district_codes: codes.map(String) })),
    ...(await ctx.tx.many('search/find_roads', here)).map((row) =>
      place(row, { kind: 'road', id: row.id, label_zh: row.name, label_en: row.name_en ?? row.name, detail: null }),
    ),
    ...(await ctx.tx.many('search/find_estates', here)).map((row) =>
      place(row, {
        kind: 'estate',
        id: row.id,
        label_zh: row.estate_name,
        label_en: row.estate_name,
        detail: row.street_name,
      }),
    ),
    ...(await buildings(ctx, here)),
    ...(await digs(ctx, { ...here, ...sightOf(ctx.actor) })),
  ]
  // A stable sort: the order of kinds above decides between equals.
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, input.limit)
    .map(({ rank: _rank, ...rest }) => rest)
}

type Words = { q: string; beginning: string; within: string; limit: number }

async function divisions(ctx: Context, words: Words & { district_codes: string[] }): Promise<Ranked[]> {
  const rows = await ctx.tx.many('search/find_divisions', { ...words, day: shanghaiDay(ctx.now) })
  return rows.map((row) =>
    place(row, {
      kind: 'division',
      id: row.code,
      label_zh: row.name_zh,
      label_en: row.name_en,
      detail: row.administered_by,
    }),
  )
}

async function buildings(ctx: Context, words: Words & { district_codes: number[] }): Promise<Ranked[]> {
  const rows = await ctx.tx.many('search/find_buildings', words)
  return rows.map((row) =>
    place(row, {
      kind: 'building',
      id: row.id,
      label_zh: row.estate_name + row.name,
      label_en: row.name_en ?? row.estate_name + row.name,
      detail: row.street_name,
    }),
  )
}

async function digs(
  ctx: Context,
  words: Words & { district_codes: number[]; staff_codes: number[]; organisation_id: string | null },
): Promise<Ranked[]> {
  const rows = await ctx.tx.many('search/find_digs', words)
  return rows.map((row) =>
    place(row, {
      kind: 'project',
      id: row.id,
      label_zh: row.name,
      label_en: row.name_en ?? row.name,
      detail: row.reference,
      stage: row.stage,
    }),
  )
}

function place({ rank, lon, lat, west, south, east, north }: Placed, found: Omit<Found, 'center' | 'bbox'>): Ranked {
  return { ...found, rank, center: [lon!, lat!], bbox: [west!, south!, east!, north!] }
}
