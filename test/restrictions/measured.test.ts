import { createRequire } from 'node:module'
import { featureCollection, intersect, polygon } from '@turf/turf'
import proj4 from 'proj4'
import { beforeAll, expect, test } from 'vitest'
import { createRandom } from '../../server/demo/random.ts'
import { districtOf } from '../demo/district.ts'
import { world, type World } from '../world.ts'
import { ok } from './ground.ts'

// Everything below is counted without the server: PROJ's Gauss-Kruger by proj4, buffers by JSTS, intersections by polyclip (Turf).
type Point = [number, number]
type Line = Point[]
const jsts = createRequire(import.meta.url)('@turf/jsts') as any
const plane = proj4(
  '+proj=longlat +ellps=GRS80 +no_defs',
  '+proj=tmerc +lat_0=0 +lon_0=105 +k=1 +x_0=500000 +ellps=GRS80 +units=m +no_defs',
)
const toMetres = (at: Point): Point => plane.forward(at) as Point
const toDegrees = (at: Point): Point => plane.inverse(at) as Point

const today = '2026-11-23'
const lines = 240
const random = createRandom('restrictions')
const { road_segment, network_segment } = districtOf(today)
const roads = road_segment.map((row) => ({
  code: row.code,
  half_m: row.width_m / 2,
  line: (row.geom.coordinates[0] as Line).map(toMetres),
}))

let w: World
beforeAll(async () => {
  w = await world({ now: `${today}T02:00:00Z` })
  await w.member('authority')
  const utility = await w.member('utility', { utility_kind: 'water' })
  const here = <Row extends object>(rows: readonly Row[], more: object = {}) =>
    JSON.stringify(
      rows.map((row) => ({
        ...row,
        district_code: w.district_code,
        ...more,
        geom: JSON.stringify((row as { geom?: object }).geom),
      })),
    )
  await w.look(async ({ tx }) => {
    await tx.run('demo/insert_road_segments', { rows: here(road_segment) })
    await tx.run('demo/insert_network_segments', {
      rows: here(network_segment, { utility_id: utility.organisation_id }),
    })
  })
})

test(`${lines} lines drawn by chance dig the roads, and the square metres of each, that an independent count finds`, async () => {
  const promoter = w.as(await w.member('promoter'))
  let dug = 0
  for (let i = 0; i < lines; i++) {
    const { a, b, width_m, strip } = draw()
    const answer = ok(await promoter.post('/api/restrictions/check', asked(a, b, width_m)))
    const told = new Map<string, number>(
      answer.segments.map((one: { code: string; dug_m2: number }) => [one.code, one.dug_m2]),
    )
    for (const road of near(strip)) {
      const inside = overlap_m2(strip, road.line, road.half_m)
      // A few centimetres at the very edge may be called either way.
      if (overlap_m2(strip, road.line, road.half_m - 0.05) === 0) continue
      expect(told.has(road.code), `${road.code} under ${JSON.stringify([a, b, width_m])}`).toBe(true)
      expect(Math.abs(told.get(road.code)! - inside)).toBeLessThan(0.05 + inside * 0.002)
      dug += 1
    }
    for (const code of told.keys()) {
      const road = roads.find((one) => one.code === code)!
      expect(
        overlap_m2(strip, road.line, road.half_m + 0.05),
        `${code} under ${JSON.stringify([a, b, width_m])}`,
      ).toBeGreaterThan(0)
    }
  }
  expect(dug).toBeGreaterThan(lines / 2)
}, 240_000)

test('the distance to each kind of pipe is the independent one, to a centimetre', async () => {
  const promoter = w.as(await w.member('promoter'))
  const pipes = network_segment.map((row) => ({ theme: row.theme, line: (row.geom.coordinates as Line).map(toMetres) }))
  let found = 0
  for (let i = 0; i < 60; i++) {
    const { a, b, width_m, strip } = draw()
    const { pipes: told } = ok(await promoter.post('/api/restrictions/check', asked(a, b, width_m)))
    for (const { theme, distance_m } of told.lines as { theme: string; distance_m: number }[]) {
      const least = Math.min(
        ...pipes
          .filter((one) => one.theme === theme && isNear(one.line, strip, 60))
          .map(({ line }) => apart_m(strip, line)),
      )
      expect(Math.abs(least - distance_m)).toBeLessThan(0.01 + least * 0.001)
      found += 1
    }
  }
  expect(found).toBeGreaterThan(60)
}, 120_000)

const asked = (a: Point, b: Point, width_m: number) => ({
  geometry: { type: 'LineString', coordinates: [a, b] },
  kind: 'pipeline_works',
  width_m,
  planned_from: '2026-12-01',
  planned_to: '2026-12-20',
})

/** A straight strip from somewhere on, or a little beside, some road, in some direction. */
function draw() {
  const road = roads[random.between(0, roads.length - 1)]!
  const [x, y] = road.line[random.between(0, road.line.length - 1)]!
  const [dx, dy] = [random.between(-60, 60), random.between(-60, 60)]
  const angle = (random.between(0, 359) * Math.PI) / 180
  const length = random.between(15, 260)
  const from = (at: Point) => toDegrees(at).map((degrees) => Math.round(degrees * 1e7) / 1e7) as Point
  const a = from([x + dx, y + dy])
  const b = from([x + dx + length * Math.cos(angle), y + dy + length * Math.sin(angle)])
  const width_m = random.between(5, 60) / 10
  const [p, q] = [toMetres(a), toMetres(b)]
  const [ux, uy] = [
    (q[0] - p[0]) / Math.hypot(q[0] - p[0], q[1] - p[1]),
    (q[1] - p[1]) / Math.hypot(q[0] - p[0], q[1] - p[1]),
  ]
  const side = (at: Point, by: number): Point => [at[0] - uy * by, at[1] + ux * by]
  const strip = [side(p, width_m / 2), side(p, -width_m / 2), side(q, -width_m / 2), side(q, width_m / 2)]
  return { a, b, width_m, strip: [...strip, strip[0]!] }
}

function overlap_m2(strip: Line, line: Line, half_m: number): number {
  const read = new jsts.GeoJSONReader().read({ type: 'LineString', coordinates: line })
  const wide = new jsts.GeoJSONWriter().write(jsts.BufferOp.bufferOp(read, half_m, 64, 1))
  const common = intersect(featureCollection([polygon([strip]), polygon(wide.coordinates)]))
  const rings = common
    ? common.geometry.type === 'Polygon'
      ? [common.geometry.coordinates]
      : common.geometry.coordinates
    : []
  return rings.reduce(
    (sum, [shell, ...holes]) =>
      sum + ring_m2(shell as Line) - holes.reduce((all, hole) => all + ring_m2(hole as Line), 0),
    0,
  )
}

const ring_m2 = (ring: Line): number => {
  const [x0, y0] = ring[0]!
  return (
    Math.abs(
      ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] - x0) * (y - y0) - (x - x0) * (ring[i]![1] - y0), 0),
    ) / 2
  )
}
const near = (strip: Line) => roads.filter(({ line, half_m }) => isNear(line, strip, half_m + 1))

function isNear(line: Line, strip: Line, by: number): boolean {
  const range = (points: Line, axis: 0 | 1) =>
    [Math.min(...points.map((p) => p[axis])), Math.max(...points.map((p) => p[axis]))] as const
  return ([0, 1] as const).every((axis) => {
    const [low, high] = range(line, axis)
    const [least, most] = range(strip, axis)
    return low - by <= most && high + by >= least
  })
}

/** Between a convex strip and a line: 0 where they meet, else from each end to each side. */
function apart_m(strip: Line, line: Line): number {
  const inside = ([x, y]: Point) => {
    const signs = strip
      .slice(1)
      .map(([x2, y2], i) =>
        Math.sign((x2 - strip[i]![0]) * (y - strip[i]![1]) - (y2 - strip[i]![1]) * (x - strip[i]![0])),
      )
    return signs.every((sign) => sign >= 0) || signs.every((sign) => sign <= 0)
  }
  if (line.some(inside)) return 0
  let least = Infinity
  for (let i = 1; i < strip.length; i++)
    for (let j = 1; j < line.length; j++)
      least = Math.min(least, between(strip[i - 1]!, strip[i]!, line[j - 1]!, line[j]!))
  return least
}

function between(a: Point, b: Point, c: Point, d: Point): number {
  const turn = (p: Point, q: Point, r: Point) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return 0
  const to = (p: Point, q: Point, r: Point) => {
    const [ux, uy] = [r[0] - q[0], r[1] - q[1]]
    const t = Math.max(0, Math.min(1, ((p[0] - q[0]) * ux + (p[1] - q[1]) * uy) / (ux * ux + uy * uy || 1)))
    return Math.hypot(p[0] - q[0] - t * ux, p[1] - q[1] - t * uy)
  }
  return Math.min(to(a, c, d), to(b, c, d), to(c, a, b), to(d, a, b))
}
