import { beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { countPlain, countRoads, layRoads } from './roads.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await layRoads(w)
})

const point = (lon: number, lat: number) => `st_setsrid(st_point(${lon}, ${lat}), 4490)`
const area = 'st_makeenvelope(103.91, 30.56, 103.925, 30.6, 4490)'
const line = "st_geomfromtext('LINESTRING(103.92 30.57, 103.92 30.58)', 4490)"

/** Each filter beside the plain SQL that means the same, and how many of the eight rows that is. */
const cases: [cql2: string, sql: string, count: number][] = [
  ['true', 'true', 8],
  ['FALSE', 'false', 0],
  ["class = 'local'", "class = 'local'", 3],
  ["CLASS = 'x' OR class <> 'local'".replace('CLASS', 'class'), "class <> 'local'", 5],
  ["'local' = class", "class = 'local'", 3],
  ["name = ''", "name = ''", 1],
  ['name IS NULL', 'name is null', 1],
  ['name is not null', 'name is not null', 7],
  ["NOT name = '云杉路'", "not (name = '云杉路')", 6],
  ["name <> '云杉路'", "name <> '云杉路'", 6],
  ["name > 'a'", `name collate "C" > 'a'`, 5],
  ["name < '云杉路'", `name collate "C" < '云杉路'`, 6],
  ['lanes >= 2 and lanes <= 4', 'lanes >= 2 and lanes <= 4', 4],
  ['lanes BETWEEN 2 AND 4', 'lanes between 2 and 4', 4],
  ['lanes not between 2 and 4', 'lanes not between 2 and 4', 3],
  [
    "handed_over_on between DATE('2026-02-28') and DATE('2026-03-01')",
    "handed_over_on between '2026-02-28' and '2026-03-01'",
    2,
  ],
  ['lanes IN (2, 4)', 'lanes in (2, 4)', 3],
  ['lanes NOT IN (2, 4)', 'lanes not in (2, 4)', 4],
  ["name in ('云杉路', '', 'x')", "name in ('云杉路', '', 'x')", 2],
  ["name in ('云杉路', name_en)", "name in ('云杉路', name_en)", 1],
  ['lanes in (1 + 1, 3)', 'lanes in (2, 3)', 3],
  ["name LIKE '云杉%'", "name like '云杉%'", 2],
  ["name like '云杉_路'", "name like '云杉_路'", 1],
  ["name like '%\\%%'", "name like '%\\%%'", 1],
  ["name like 'a\\_b'", "name like 'a\\_b'", 1],
  ["name like 'a_b'", "name like 'a_b'", 1],
  ["name not like '云杉%'", "name not like '云杉%'", 5],
  ["name_en = 'O''Brien'", "name_en = 'O''Brien'", 1],
  ["name_en = 'O\\'Brien'", "name_en = 'O''Brien'", 1],
  ["CASEI(name_en) = casei('YUNSHAN')", "lower(name_en) = 'yunshan'", 1],
  ["casei(name_en) like casei('yunSHAN%')", "name_en ilike 'yunshan%'", 2],
  ["ACCENTI(name_en) = 'ECOLE'", "name_en = 'ÉCOLE'", 1],
  ["accenti(name) = accenti('A路')", "name = 'Ä路'", 1],
  ["accenti('é') = 'e'", 'true', 8],
  ['width_m * 2 > 14', 'width_m * 2 > 14', 3],
  ['width_m + lanes = 9', 'width_m + lanes = 9', 1],
  ['lanes / 4 = 0.5', 'lanes / 4.0 = 0.5', 2],
  ['lanes DIV 4 = 1', 'lanes / 4 = 1', 2],
  ['lanes % 4 = 2', 'lanes % 4 = 2', 3],
  ['lanes ^ 2 = 16', 'lanes * lanes = 16', 1],
  ['-lanes < -3', 'lanes > 3', 2],
  ['2 + 3 * lanes = 8', 'lanes = 2', 2],
  ['(2 + 3) * lanes = 10', 'lanes = 2', 2],
  ['(lanes - 1) * (lanes - 1) = 1', 'lanes in (0, 2)', 3],
  ['10 / width_m > 1', '10 / nullif(width_m, 0) > 1', 3],
  ['width_m / 0 is null', 'true', 8],
  ['width_m = -5', 'width_m = -5', 1],
  ['width_m > 1e8', 'width_m > 1e8', 1],
  ['width_m < .5', 'width_m < .5', 3],
  ['lanes < width_m', 'lanes < width_m', 4],
  [
    "NOT (class = 'local' OR lanes > 3) AND name IS NOT NULL",
    "not (class = 'local' or lanes > 3) and name is not null",
    3,
  ],
  ["class = 'local' AND lanes = 2 OR class = 'trunk'", "class in ('trunk') or (class = 'local' and lanes = 2)", 4],
  ["handed_over_on = DATE('2026-03-01')", "handed_over_on = '2026-03-01'", 1],
  ["handed_over_on >= '2026-03-01'", "handed_over_on >= '2026-03-01'", 3],
  ["handed_over_on = DATE('2024-02-29')", "handed_over_on = '2024-02-29'", 1],
  ["updated_at > TIMESTAMP('2026-03-01T16:00:00Z')", "updated_at > '2026-03-01T16:00:00Z'", 4],
  ["updated_at <= '2026-03-02T00:00:00+08:00'", "updated_at <= '2026-03-01T16:00:00Z'", 4],
  ["T_AFTER(handed_over_on, DATE('2026-02-28'))", "handed_over_on > '2026-02-28'", 3],
  ["t_before(handed_over_on, DATE('2026-02-28'))", "handed_over_on < '2026-02-28'", 3],
  ["T_EQUALS(handed_over_on, DATE('2026-02-28'))", "handed_over_on = '2026-02-28'", 1],
  [
    "T_DURING(handed_over_on, INTERVAL('2026-02-01', '2026-03-02'))",
    "handed_over_on > '2026-02-01' and handed_over_on < '2026-03-02'",
    2,
  ],
  ["T_INTERSECTS(handed_over_on, INTERVAL('2026-03-01', '..'))", "handed_over_on >= '2026-03-01'", 3],
  ["T_INTERSECTS(handed_over_on, INTERVAL('..', '2026-03-01'))", "handed_over_on <= '2026-03-01'", 5],
  [
    "T_DISJOINT(handed_over_on, INTERVAL('2026-02-28', '2026-03-01'))",
    "handed_over_on < '2026-02-28' or handed_over_on > '2026-03-01'",
    5,
  ],
  ["T_STARTS(handed_over_on, INTERVAL('2026-02-28', '2026-03-01'))", "handed_over_on = '2026-02-28'", 1],
  ["T_FINISHES(handed_over_on, INTERVAL('2026-02-28', '2026-03-01'))", "handed_over_on = '2026-03-01'", 1],
  [
    "T_MEETS(INTERVAL('2020-01-01', handed_over_on), INTERVAL('2026-03-01', '2026-03-09'))",
    "handed_over_on = '2026-03-01'",
    1,
  ],
  ["T_METBY(handed_over_on, INTERVAL('2020-01-01', '2026-03-01'))", "handed_over_on = '2026-03-01'", 1],
  [
    "T_OVERLAPS(INTERVAL('2026-01-01', handed_over_on), INTERVAL('2026-02-28', '2026-03-02'))",
    "handed_over_on > '2026-02-28' and handed_over_on < '2026-03-02'",
    1,
  ],
  [
    "T_OVERLAPPEDBY(INTERVAL(handed_over_on, '2027-01-01'), INTERVAL('2026-02-27', '2026-03-01'))",
    "handed_over_on > '2026-02-27' and handed_over_on < '2026-03-01'",
    1,
  ],
  ["T_CONTAINS(INTERVAL('2026-02-27', '2026-03-01'), handed_over_on)", "handed_over_on = '2026-02-28'", 1],
  ["T_STARTEDBY(INTERVAL(handed_over_on, '2026-12-31'), DATE('2026-03-01'))", "handed_over_on = '2026-03-01'", 1],
  ["T_FINISHEDBY(INTERVAL('2020-01-01', handed_over_on), DATE('2026-03-01'))", "handed_over_on = '2026-03-01'", 1],
  // A day beside an instant is that day in China: from 16:00 UTC of the day before.
  [
    "T_DURING(updated_at, INTERVAL('2026-03-01', '2026-03-03'))",
    "updated_at > '2026-02-28T16:00:00Z' and updated_at < '2026-03-03T16:00:00Z'",
    7,
  ],
  ["T_AFTER(updated_at, DATE('2026-03-01'))", "updated_at >= '2026-03-01T16:00:00Z'", 5],
  ["T_BEFORE(updated_at, DATE('2026-03-02'))", "updated_at < '2026-03-01T16:00:00Z'", 3],
  ["T_INTERSECTS(updated_at, DATE('2026-03-02'))", "(updated_at at time zone 'Asia/Shanghai')::date = '2026-03-02'", 3],
  ['S_INTERSECTS(geometry, BBOX(103.91, 30.56, 103.925, 30.6))', `st_intersects(geom, ${area})`, 3],
  ['s_intersects(geometry, POINT(103.92 30.57))', `st_intersects(geom, ${point(103.92, 30.57)})`, 3],
  ['S_DISJOINT(geometry, BBOX(103.91, 30.56, 103.925, 30.6))', `st_disjoint(geom, ${area})`, 5],
  [
    'S_WITHIN(geometry, POLYGON((103.91 30.56, 103.925 30.56, 103.925 30.6, 103.91 30.6, 103.91 30.56)))',
    `st_within(geom, ${area})`,
    2,
  ],
  ['S_CONTAINS(BBOX(103.91, 30.56, 103.925, 30.6), geometry)', `st_contains(${area}, geom)`, 2],
  [
    'S_CROSSES(geometry, LINESTRING(103.91 30.572, 103.93 30.572))',
    `st_crosses(geom, st_geomfromtext('LINESTRING(103.91 30.572, 103.93 30.572)', 4490))`,
    2,
  ],
  ['S_TOUCHES(geometry, POINT(103.93 30.57))', `st_touches(geom, ${point(103.93, 30.57)})`, 2],
  ['S_EQUALS(geometry, LINESTRING(103.92 30.57, 103.92 30.58))', `st_equals(geom, ${line})`, 1],
  ['S_OVERLAPS(geometry, LINESTRING(103.92 30.57, 103.92 30.58))', `st_overlaps(geom, ${line})`, 1],
  [
    'S_INTERSECTS(geometry, MULTIPOINT((103.92 30.57), (104 30)))',
    `st_intersects(geom, st_collect(${point(103.92, 30.57)}, ${point(104, 30)}))`,
    4,
  ],
  [
    'S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(104 30), LINESTRING(179.95 9, 179.95 11)))',
    `st_intersects(geom, ${point(104, 30)}) or st_intersects(geom, st_geomfromtext('LINESTRING(179.95 9, 179.95 11)', 4490))`,
    2,
  ],
  // The antimeridian and the pole.
  ['S_INTERSECTS(geometry, BBOX(179.95, 5, -179.95, 15))', 'st_xmax(geom) = 180 or st_xmin(geom) = -180', 2],
  ['S_INTERSECTS(geometry, BBOX(-180, 89, 180, 90))', 'st_ymin(geom) > 89', 1],
  ['geometry IS NULL', 'false', 0],
  ['"class" = \'local\' and "lanes" is null', "class = 'local' and lanes is null", 1],
]

test.each(cases)('%s', async (cql2, sql, count) => {
  expect(await countPlain(w, sql), 'plain SQL').toBe(count)
  expect(await countRoads(w, cql2), 'CQL2').toBe(count)
})

const json: [unknown, string, number][] = [
  [{ op: '=', args: [{ property: 'class' }, 'local'] }, "class = 'local'", 3],
  [
    {
      op: 'and',
      args: [
        { op: '>=', args: [{ property: 'lanes' }, 2] },
        { op: 'not', args: [{ op: 'isNull', args: [{ property: 'name' }] }] },
      ],
    },
    'lanes >= 2 and name is not null',
    5,
  ],
  [{ op: 'in', args: [{ property: 'lanes' }, [2, 4]] }, 'lanes in (2, 4)', 3],
  [{ op: 'between', args: [{ property: 'lanes' }, 2, 4] }, 'lanes between 2 and 4', 4],
  [
    {
      op: 'like',
      args: [
        { op: 'casei', args: [{ property: 'name_en' }] },
        { op: 'casei', args: ['YUN%'] },
      ],
    },
    "name_en ilike 'yun%'",
    2,
  ],
  [{ op: '>', args: [{ op: '*', args: [{ property: 'width_m' }, 2] }, 14] }, 'width_m * 2 > 14', 3],
  [{ op: '<', args: [{ property: 'handed_over_on' }, { date: '2026-02-28' }] }, "handed_over_on < '2026-02-28'", 3],
  [
    { op: 't_during', args: [{ property: 'updated_at' }, { interval: ['2026-03-01T16:00:00Z', '..'] }] },
    "updated_at > '2026-03-01T16:00:00Z'",
    4,
  ],
  [
    { op: 's_intersects', args: [{ property: 'geometry' }, { type: 'Point', coordinates: [103.92, 30.57] }] },
    `st_intersects(geom, ${point(103.92, 30.57)})`,
    3,
  ],
  [
    { op: 's_intersects', args: [{ property: 'geometry' }, { bbox: [179.95, 5, -179.95, 15] }] },
    'st_xmax(geom) = 180 or st_xmin(geom) = -180',
    2,
  ],
  [
    {
      op: 's_within',
      args: [
        { property: 'geometry' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [103.91, 30.56],
              [103.925, 30.56],
              [103.925, 30.6],
              [103.91, 30.6],
              [103.91, 30.56],
            ],
          ],
        },
      ],
    },
    `st_within(geom, ${area})`,
    2,
  ],
  [true, 'true', 8],
]

test.each(json)('%j', async (filter, sql, count) => {
  expect(await countPlain(w, sql), 'plain SQL').toBe(count)
  expect(await countRoads(w, filter), 'CQL2').toBe(count)
})
