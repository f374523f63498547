import type { Context } from '../../server/context.ts'
import { collections } from '../../server/filter/collections.ts'
import { filterPiece, readFilter } from '../../server/filter/read-filter.ts'
import { countSelection } from '../../server/filter/run-selection.ts'
import { narrow, select } from '../../server/filter/selection.ts'
import type { World } from '../world.ts'

/** Rows with nulls, empty strings, accents, percent signs, days and instants around midnight in China, and places at the world's edges. */
const rows = `
  (null,      '',          'local',    null, null, null,         'LINESTRING(103.92 30.57, 103.93 30.57)',   '2026-03-01T00:00:00Z'),
  ('云杉路',   'Yunshan',   'arterial', 4,    24,   '2010-06-30', 'LINESTRING(103.92 30.57, 103.92 30.58)',   '2026-03-01T15:59:59Z'),
  ('云杉二路', 'yunshan 2', 'local',    2,    7.5,  '2026-02-28', 'LINESTRING(103.93 30.57, 103.94 30.57)',   '2026-03-01T16:00:00Z'),
  ('Ä路',     'ÉCOLE',     'local',    2,    7,    '2026-03-01', 'LINESTRING(104 30, 105 31)',               '2026-03-02T00:00:00Z'),
  ('100%路',  '100% _x',   'trunk',    6,    0,    '2026-03-02', 'LINESTRING(179.9 10, 180 10)',             '2026-03-02T15:59:59.999999Z'),
  ('a_b',     'O''Brien',  'trunk',    0,    -5,   '9999-12-31', 'LINESTRING(-180 10, -179.9 10)',           '2026-03-02T16:00:00Z'),
  ('back\\s',  'x',         'other',    3,    1e9,  '0001-01-01', 'LINESTRING(0 89.5, 10 89.9)',              '1970-01-01T00:00:00Z'),
  ('',        null,        'other',    1,    0.1,  '2024-02-29', 'LINESTRING(103.92 30.565, 103.92 30.575)', '2026-03-03T00:00:00Z')`

export async function layRoads(w: World): Promise<void> {
  await w.look(({ tx }) =>
    tx.raw(
      `insert into road_segment (district_code, id, name, name_en, class, lanes, width_m, handed_over_on, geom, geom_3857, length_m, updated_at)
       select $1, gen_random_uuid(), name, name_en, class, lanes::int, width_m::float8, handed_over_on::date, st_multi(st_geomfromtext(line, 4490)), st_transform(st_multi(st_geomfromtext(line, 4490)), 3857), st_length((st_multi(st_geomfromtext(line, 4490)))::geography), at::timestamptz
         from (values ${rows}) r (name, name_en, class, lanes, width_m, handed_over_on, line, at)`,
      [w.district_code],
    ),
  )
}

const roads = collections.get('roads')!

/** How many roads of the world a filter finds, asked as the public by the role that reads for maps. */
export function countRoads(w: World, filter: unknown): Promise<number> {
  const asked = (ctx: Context) => {
    const selection = select(roads, { district_codes: [w.district_code] }, null)
    return countSelection(ctx, narrow(selection, filterPiece(readFilter(filter), selection.columns)))
  }
  return w.run(w.public, asked)
}

/** The same count by a condition written in plain SQL. */
export async function countPlain(w: World, condition: string): Promise<number> {
  const [row] = await w.look(({ tx }) =>
    tx.raw<{ count: number }>(
      `select count(*)::int as count from road_segment where district_code = $1 and (${condition})`,
      [w.district_code],
    ),
  )
  return row!.count
}
