import { difference, featureCollection, intersect, polygon } from '@turf/turf'
import { expect, test } from 'vitest'
import { createRandom } from '../../server/demo/random.ts'
import type { Position } from '../../server/geometry/geojson.ts'
import { planeAt } from '../../server/geometry/local-metres.ts'
import { audits } from '../projects/dig.ts'
import { clockOf, offered, ok, toldTo } from '../permits/stage.ts'
import { world, type World } from '../world.ts'
import { rule } from '../restrictions/ground.ts'
import { middle, opened, polygonOf, rectangle, survey } from './ground.ts'

type Ring = { type: string; coordinates: Position[][] }

/** Metres of the 3-degree zone. */
const flat = ({ coordinates }: Ring): Position[][] =>
  coordinates.map((ring) => ring.map(planeAt(middle[0]).toMetres as (p: Position) => Position))
const shoelace = (ring: Position[]) => {
  const [ox, oy] = ring[0]!
  return Math.abs(
    ring.slice(1).reduce((sum, [x, y], i) => {
      const [px, py] = ring[i]!
      return sum + (px - ox) * (y - oy) - (x - ox) * (py - oy)
    }, 0) / 2,
  )
}
function areaOf(shape: { geometry: { type: string; coordinates: unknown } } | null): number {
  if (!shape) return 0
  const { type, coordinates } = shape.geometry
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Position[][][]
  return polygons.reduce(
    (sum, [shell, ...holes]) => sum + shoelace(shell!) - holes.reduce((all, hole) => all + shoelace(hole), 0),
    0,
  )
}

/** How far the points of one outline, ten an edge, lie from another at most. */
function reach(from: Position[], to: Position[]): number {
  const points = from.slice(1).flatMap((b, i) => {
    const a = from[i]!
    return Array.from({ length: 11 }, (_, n): Position => [
      a[0] + ((b[0] - a[0]) * n) / 10,
      a[1] + ((b[1] - a[1]) * n) / 10,
    ])
  })
  const toEdge = ([x, y]: Position, [ax, ay]: Position, [bx, by]: Position) => {
    const [dx, dy] = [bx - ax, by - ay]
    const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
    return Math.hypot(x - ax - along * dx, y - ay - along * dy)
  }
  return Math.max(...points.map((p) => Math.min(...to.slice(1).map((b, i) => toEdge(p, to[i]!, b)))))
}

/** A star-shaped ring by chance, some metres across: convex in places, notched in others. */
function star(random: { between(a: number, b: number): number }, east: number, north: number): Ring {
  const corners = random.between(4, 11)
  return polygonOf(
    Array.from({ length: corners }, (_, i): Position => {
      const reach = random.between(4, 14)
      const turn = (2 * Math.PI * i) / corners
      return [east + reach * Math.cos(turn), north + reach * Math.sin(turn)]
    }),
  )
}

interface Compared {
  area_m2: number
  other_m2: number
  overlap_m2: number
  outside_m2: number
  missing_m2: number
  hausdorff_m: number
}
const compare = (w: World, pairs: [Ring, Ring][]) =>
  w.look(({ tx }) =>
    tx.raw<Compared>(
      `select c.area_m2, c.other_m2, c.overlap_m2, c.outside_m2, c.missing_m2, c.hausdorff_m
         from jsonb_array_elements($1::jsonb) with ordinality as pair (shapes, place)
        cross join lateral compare_grounds(st_setsrid(st_geomfromgeojson(pair.shapes->0), 4490), st_setsrid(st_geomfromgeojson(pair.shapes->1), 4490)) c
        order by pair.place`,
      [JSON.stringify(pairs)],
    ),
  )

test('over-dig, overlap and areas of random shapes equal a count by polygon clipping in metres; the outlines part by what a plain count finds', async () => {
  const w = await world()
  const random = createRandom(18)
  const pairs = Array.from({ length: 100 }, (): [Ring, Ring] => [
    star(random, random.between(-8, 8), random.between(-8, 8)),
    star(random, 0, 0),
  ])
  const rows = await compare(w, pairs)
  expect(rows).toHaveLength(pairs.length)
  for (const [i, found] of rows.entries()) {
    const [one, other] = pairs[i]!
    const [a, b] = [polygon(flat(one)), polygon(flat(other))]
    const near = (value: number, expected: number) => expect(Math.abs(value - expected), `${i}`).toBeLessThan(0.05)
    near(found.area_m2, areaOf(a as never))
    near(found.other_m2, areaOf(b as never))
    near(found.overlap_m2, areaOf(intersect(featureCollection([a, b])) as never))
    near(found.outside_m2, areaOf(difference(featureCollection([a, b])) as never))
    near(found.missing_m2, areaOf(difference(featureCollection([b, a])) as never))
    const [r, s] = [flat(one)[0]!, flat(other)[0]!]
    expect(Math.abs(found.hausdorff_m - Math.max(reach(r, s), reach(s, r))), `${i}`).toBeLessThan(0.01)
  }
})

test('grounds that only share edges differ by nothing, and equal grounds by nothing at all', async () => {
  const w = await world()
  const [same, beside] = await compare(w, [
    [rectangle(20, 5), rectangle(20, 5)],
    [rectangle(20, 5), rectangle(20, 5, 20)],
  ])
  expect(same).toMatchObject({ outside_m2: 0, missing_m2: 0 })
  expect(same!.hausdorff_m).toBeLessThan(1e-6)
  expect(beside!.overlap_m2).toBeLessThan(0.1)
  expect(beside!.hausdorff_m).toBeCloseTo(20, 1)
})

test('over-dig beyond the tolerance opens a case once: red and the promoter’s, a matter of the authority, told; the next survey brings its figures up to date', async () => {
  const w = await world()
  const scene = await opened(w)
  const { authority, promoter, id } = scene
  const answer = ok(await survey(scene, { geometry: rectangle(26, 5) })).body
  expect(answer.over_dig).toMatchObject({ is_beyond: true })
  expect(answer.over_dig.area_m2).toBeCloseTo(30, 0)
  expect(answer.over_dig.share).toBeCloseTo(30 / 130, 2)
  expect(answer.over_dig.geometry.type).toBe('MultiPolygon')
  expect(answer.case).toMatchObject({ status: 'open' })
  expect((await promoter.get(`/api/projects/${id}`)).body).toMatchObject({ card: 'red', card_owner: 'promoter' })
  expect(await clockOf(scene, 'overdig.case')).toMatchObject({ owner: 'authority', state: 'running' })
  expect(await clockOf(scene, 'overdig.change')).toMatchObject({ owner: 'promoter', state: 'running', card: 'red' })
  const kinds = (await authority.get('/api/desk')).body.items.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toContain('overdig.case')
  expect(await toldTo(w, await w.member('promoter'))).toContain('overdig.found')
  ok(await survey(scene, { geometry: rectangle(28, 5) }))
  const again = (await promoter.get(`/api/projects/${id}/geometries`)).body
  expect(again.case.id).toBe(answer.case.id)
  expect(again.case.excess_m2).toBeCloseTo(40, 0)
  expect(await audits(w, 'overdig_case.open')).toHaveLength(1)
})

test('over-dig within the tolerance of the place opens nothing', async () => {
  const w = await world()
  const scene = await opened(w)
  expect(ok(await survey(scene, { geometry: rectangle(20.5, 5) })).body).toMatchObject({
    over_dig: { is_beyond: false },
    case: null,
  })
  const strict = await world()
  await rule(strict, { key: 'overdig.tolerance', value: { area_m2: 0.5, share: 0.01 } })
  const other = await opened(strict)
  expect(ok(await survey(other, { geometry: rectangle(20.5, 5) })).body.case).toMatchObject({ status: 'open' })
})

test('a case is settled by its authority alone, with its outcome; then the red card goes, and only new over-dig opens another', async () => {
  const w = await world()
  const scene = await opened(w)
  const { authority, promoter, id } = scene
  const raised = ok(await survey(scene, { geometry: rectangle(26, 5) })).body.case
  const path = `/api/overdigs/${raised.id}/settle`
  const input = { outcome: 'penalised', reason: '已处罚并恢复' }
  expect((await promoter.post(path, input)).status).toBe(403)
  expect((await w.as(await w.member('inspector')).post(path, input)).status).toBe(403)
  expect((await w.as(await w.member('promoter', { another: true })).post(path, input)).status).toBe(404)
  const foreign = await w.member('authority', { another: true })
  expect((await w.as(foreign).post(path, input)).body.code).toBe('surveys/other-authority')
  expect(await offered(authority, id, 'overdig_case.settle')).toMatchObject({ allowed: true })
  const both = await Promise.all([1, 2].map(() => authority.post(path, input, { 'if-match': '"1"' })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await promoter.get(`/api/projects/${id}`)).body.card).not.toBe('red')
  ok(await survey(scene, { geometry: rectangle(26, 5) }))
  expect(await audits(w, 'overdig_case.open')).toHaveLength(1)
  ok(await survey(scene, { geometry: rectangle(30, 5) }))
  expect(await audits(w, 'overdig_case.open')).toHaveLength(2)
})

test('ground that was dug before its permit is compared when the permit comes, once', async () => {
  const w = await world()
  const authority = w.as(await w.member('authority'))
  const promoter = w.as(await w.member('promoter'))
  const filed = ok(
    await promoter.post('/api/projects/emergency-start', {
      name: '燃气抢修',
      kind: 'emergency_repair',
      cause: '泄漏',
      geometry: rectangle(20, 5),
      planned_from: '2026-03-02',
      planned_to: '2026-03-04',
    }),
  ).body
  const scene = { w, authority, promoter, id: filed.id, site: filed.sites[0].id, permit: '', at: '' }
  ok(await promoter.post(`/api/sites/${scene.site}/open`))
  expect(ok(await survey(scene, { geometry: rectangle(30, 5) })).body).toMatchObject({ over_dig: null, case: null })
  const at = `/api/permits/${ok(await promoter.post(`/api/projects/${scene.id}/apply`)).body.id}`
  for (const move of ['accept-application', 'grant']) ok(await authority.post(`${at}/${move}`))
  for (let twice = 0; twice < 2; twice += 1) {
    await w.relay()
  }
  expect((await promoter.get(`/api/projects/${scene.id}/geometries`)).body).toMatchObject({
    over_dig: { is_beyond: true },
    case: { status: 'open' },
  })
  expect(await audits(w, 'overdig_case.open')).toHaveLength(1)
})
