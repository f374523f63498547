import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { world, type Client } from '../world.ts'
import { features, signedArea } from './decode.ts'
import {
  insertDetection,
  insertDig,
  insertLayer,
  insertNetwork,
  insertRoad,
  insertSite,
  lonLat,
  path,
  square,
  tileOf,
  zoomTo,
} from './ground.ts'

const ids = async (client: Client, url: string, name?: string) =>
  (await features(client, url, name)).map(({ properties }) => properties.id)

describe('a tile', () => {
  test('holds a dig where it lies, with its stage and card', async () => {
    const w = await world()
    const tile = tileOf(w)
    const dig = await insertDig(w, { stage: 'in_progress', card: 'red', geometry: square(tile, 1000, 2000, 100) })
    const [found, ...others] = await features(w.as(null), path('projects', tile))
    expect(others).toEqual([])
    expect(found).toMatchObject({
      type: 'Polygon',
      properties: {
        id: dig.public_id,
        stage: 'in_progress',
        card: 'red',
        kind: 'pipeline_works',
        name: '云杉路燃气管改造',
        name_en: 'Yunshan Road',
        planned_to: '2026-06-30',
      },
    })
    expect(found!.parts.map(signedArea)).toEqual([10_000])
    expect(found!.parts[0]).toContainEqual([1000, 2000])
  })

  test('cuts what reaches far beyond it, 64 units outside its edge', async () => {
    const w = await world()
    const tile = tileOf(w)
    await insertDig(w, { geometry: square(tile, -2000, 1000, 3000) })
    const [found] = await features(w.as(null), path('projects', tile))
    const xs = found!.parts.flat().map(([x]) => x)
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([-64, 1000])
  })

  test('that has nothing on it is 204 without a body', async () => {
    const w = await world()
    const answer = await w.as(null).raw(path('projects', tileOf(w)))
    expect(answer.status).toBe(204)
    expect(await answer.text()).toBe('')
  })

  test('keeps small digs visible at low zoom, as points beside the polygons', async () => {
    const w = await world()
    const tile = tileOf(w)
    const dig = await insertDig(w, { geometry: square(tile, 2000, 2000, 8) })
    for (const z of [5, 9, 12]) {
      expect(await ids(w.as(null), path('projects', zoomTo(tile, z)), 'project_points')).toContain(dig.public_id)
      expect(await ids(w.as(null), path('project_points', zoomTo(tile, z)))).toContain(dig.public_id)
    }
    expect(await features(w.as(null), path('projects', zoomTo(tile, 9)))).toEqual([])
    expect(await features(w.as(null), path('projects', tile), 'project_points')).toEqual([])
    const [point] = await features(w.as(null), path('project_points', tile))
    expect(point!.type).toBe('Point')
    expect(point!.parts[0]![0]![0]).toBeCloseTo(2004, -1)
  })

  test('also answers with the ending that some programs ask for', async () => {
    const w = await world()
    const tile = tileOf(w)
    await insertDig(w, { geometry: square(tile, 0, 0, 100) })
    expect(await features(w.as(null), `${path('projects', tile)}.pbf`, 'projects')).toHaveLength(1)
    expect(await features(w.as(null), `${path('projects', tile)}.mvt`, 'projects')).toHaveLength(1)
  })

  test('shows sites with their dig, roads by class, and a road only from the zoom where it helps', async () => {
    const w = await world()
    const tile = tileOf(w)
    const dig = await insertDig(w, { geometry: square(tile, 100, 100, 400) })
    const site = await insertSite(w, dig, 'permitted', square(tile, 100, 100, 50))
    const line = { type: 'MultiLineString', coordinates: [[lonLat(tile, 0, 0), lonLat(tile, 4000, 4000)]] }
    await insertRoad(w, 'arterial', line)
    await insertRoad(w, 'local', line)
    expect(await features(w.as(null), path('sites', tile))).toMatchObject([
      { properties: { id: site, project_id: dig.public_id, number: 1, status: 'not_begun', stage: 'permitted' } },
    ])
    const classes = async (z: number) =>
      (await features(w.as(null), path('roads', zoomTo(tile, z)))).map(({ properties }) => properties.class).sort()
    expect(await classes(14)).toEqual(['arterial', 'local'])
    expect(await classes(11)).toEqual(['arterial'])
  })
})

describe('who sees what', () => {
  test('a dig that is not public is seen by the staff of its district and by its promoter, and by nobody else', async () => {
    const w = await world()
    const tile = tileOf(w)
    const promoter = await w.member('promoter')
    const rival = await w.member('promoter', { another: true })
    const open = await insertDig(w, { geometry: square(tile, 0, 0, 100) })
    const planned = await insertDig(w, {
      stage: 'planned',
      promoter_id: promoter.organisation_id!,
      geometry: square(tile, 500, 500, 100),
    })
    const both = [open.public_id, planned.public_id].sort()
    const seenBy = async (client: Client) => (await ids(client, path('projects', tile))).sort()
    expect(await seenBy(w.as(null))).toEqual([open.public_id])
    expect(await seenBy(w.as(rival))).toEqual([open.public_id])
    expect(await seenBy(w.as(await w.member('registry')))).toEqual([open.public_id])
    expect(await seenBy(w.as(promoter))).toEqual(both)
    for (const role of ['authority', 'inspector', 'planner', 'auditor', 'admin'] as const)
      expect(await seenBy(w.as(await w.member(role)))).toEqual(both)
  })

  test('staff of another district see there what the public sees', async () => {
    const w = await world()
    const tile = tileOf(w)
    await insertDig(w, { stage: 'planned', geometry: square(tile, 0, 0, 100) })
    const elsewhere = await (await world()).member('authority')
    expect(await features(w.as(elsewhere), path('projects', tile))).toEqual([])
  })

  test('pipes are for the staff and for the utility that owns them', async () => {
    const w = await world()
    const tile = tileOf(w)
    const owner = await w.member('utility', { utility_kind: 'gas' })
    const other = await w.member('utility', { utility_kind: 'water' })
    const line = { type: 'LineString', coordinates: [lonLat(tile, 0, 0), lonLat(tile, 4000, 4000)] }
    await insertNetwork(w, owner.organisation_id!, line)
    const seen = async (client: Client) => (await features(client, path('networks', tile))).length
    expect(await seen(w.as(owner))).toBe(1)
    expect(await seen(w.as(await w.member('planner')))).toBe(1)
    expect(await seen(w.as(other))).toBe(0)
    expect(await seen(w.as(await w.member('promoter')))).toBe(0)
    expect(await seen(w.as(null))).toBe(0)
  })

  test('a suspicion is for the staff only', async () => {
    const w = await world()
    const tile = tileOf(w)
    await insertDetection(w, square(tile, 0, 0, 100))
    expect(await features(w.as(await w.member('inspector')), path('detections', tile))).toHaveLength(1)
    expect(await features(w.as(await w.member('promoter')), path('detections', tile))).toEqual([])
    expect(await features(w.as(null), path('detections', tile))).toEqual([])
  })

  test('an imported layer answers with its own columns to whom it is meant for, and does not exist for others', async () => {
    const w = await world()
    const tile = tileOf(w)
    const owner = await w.member('utility', { utility_kind: 'heat' })
    const geometry = { type: 'Point', coordinates: lonLat(tile, 10, 20) }
    const feature = { geometry, properties: { name: '阀门', height_m: 1.25, is_old: true, list: [1] } }
    await insertLayer(w, {
      name: 'valves',
      audience: 'organisation',
      organisation_id: owner.organisation_id!,
      features: [feature, feature],
    })
    await insertLayer(w, { name: 'hydrants', audience: 'public', features: [feature] })
    await insertLayer(w, { name: 'soil', audience: 'staff', features: [feature] })
    const [first, second] = await features(w.as(owner), path('valves', tile))
    expect(first).toMatchObject({
      id: 0,
      type: 'Point',
      parts: [[[10, 20]]],
      properties: { name: '阀门', height_m: 1.25, is_old: true },
    })
    expect(second!.id).toBe(1)
    expect(await features(w.as(null), path('hydrants', tile))).toHaveLength(1)
    expect(await features(w.as(await w.member('planner')), path('soil', tile))).toHaveLength(1)
    for (const [client, name] of [
      [w.as(null), 'valves'],
      [w.as(await w.member('planner')), 'valves'],
      [w.as(owner), 'soil'],
    ] as const) {
      expect((await client.get(path(name, tile))).status).toBe(404)
      expect(await client.get(`/tiles/${name}.json`)).toMatchObject({ status: 404, body: { code: 'tiles/not-found' } })
    }
  })
})

describe('over HTTP', () => {
  test('a tile is compressed once, tagged, and 304 for who knows it', async () => {
    const w = await world()
    const tile = tileOf(w)
    await insertDig(w, { geometry: square(tile, 0, 0, 100) })
    const compressed = await w.as(null).raw(path('projects', tile), { headers: { 'accept-encoding': 'gzip, br' } })
    expect(compressed.headers.get('content-encoding')).toBe('gzip')
    expect(compressed.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    const plain = await w.as(null).raw(path('projects', tile), { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(gunzipSync(Buffer.from(await compressed.arrayBuffer()))).toEqual(Buffer.from(await plain.arrayBuffer()))
    const etag = compressed.headers.get('etag')!
    const known = await w.as(null).raw(path('projects', tile), { headers: { 'if-none-match': `"other", ${etag}` } })
    expect(known.status).toBe(304)
    expect(known.headers.get('etag')).toBe(etag)
    expect(await known.text()).toBe('')
  })

  test('only layers that everyone sees alike may lie in a shared cache', async () => {
    const w = await world()
    const cacheControl = async (url: string) => (await w.as(null).raw(url)).headers.get('cache-control')
    expect(await cacheControl(path('roads', tileOf(w)))).toBe('public, max-age=60')
    for (const layer of ['projects', 'sites', 'networks', 'detections'])
      expect(await cacheControl(path(layer, tileOf(w)))).toBe('private, no-cache')
  })

  test.each([
    ['/tiles/projects/3/8/0'],
    ['/tiles/projects/23/0/0'],
    ['/tiles/projects/a/0/0'],
    ['/tiles/projects/3/-1/0'],
    ['/tiles/projects/3/0/1.5'],
  ])('%s is no tile: 422', async (url) => {
    const w = await world()
    expect(await w.as(null).get(url)).toMatchObject({ status: 422, body: { code: 'tiles/no-such-tile' } })
  })

  test('an unknown layer is 404, an unknown parameter an error', async () => {
    const w = await world()
    expect(await w.as(null).get('/tiles/nothing/0/0/0')).toMatchObject({
      status: 404,
      body: { code: 'tiles/not-found' },
    })
    expect((await w.as(null).get('/tiles/projects/0/0/0?colour=red')).status).toBe(422)
  })
})

describe('TileJSON', () => {
  test.each([
    'projects',
    'project_points',
    'sites',
    'networks',
    'roads',
    'detections',
    'districts',
    'buildings',
    'basemap',
  ])('describes %s', async (name) => {
    const w = await world()
    const { status, body } = await w.as(null).get(`/tiles/${name}.json`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ tilejson: '3.0.0', name, tiles: [`http://localhost/tiles/${name}/{z}/{x}/{y}`] })
    expect(body.vector_layers[0].id).toBe(name)
    expect(body.minzoom).toBeLessThan(body.maxzoom)
  })

  test('lists the columns of an imported layer with their types', async () => {
    const w = await world()
    await insertLayer(w, { name: 'trees', audience: 'public', features: [] })
    const { body } = await w.as(null).get('/tiles/trees.json')
    expect(body.vector_layers).toMatchObject([
      { id: 'trees', fields: { name: 'String', height_m: 'Number', is_old: 'Boolean' } },
    ])
  })
})
