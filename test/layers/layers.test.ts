import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { box, ground, idsOf, ok, type Ground } from '../areas/ground.ts'
import type { Member } from '../world.ts'

const odd = `怪'名"; drop table layer`

async function imported(g: Ground, name: string, audience: string, owner: Member) {
  const id = randomUUID()
  await g.w.look(async ({ tx, now }) => {
    await tx.raw(
      `insert into layer (district_code, id, name, title_zh, title_en, audience, organisation_id, geometry_type, licence, source, created_at)
       values ($1, $2, $3, '轨道', 'Metro', $4, $5, 'LineString', 'ODbL', 'OSM', $6)`,
      [g.w.district_code, id, name, audience, owner.organisation_id, now.toISOString()],
    )
    const columns = [
      ['line', 'text'],
      ['depth', 'number'],
      ['opened', 'date'],
      ['seen_at', 'datetime'],
      ['is_open', 'boolean'],
      [odd, 'text'],
    ]
    for (const [position, [column, type]] of columns.entries())
      await tx.raw(
        `insert into layer_column (district_code, layer_id, name, type, position) values ($1, $2, $3, $4, $5)`,
        [g.w.district_code, id, column, type, position],
      )
    const rows = [
      { line: '1号线', depth: 18.5, opened: '2024-02-29', seen_at: '2026-01-01T00:00:00Z', is_open: true, [odd]: 'x' },
      { line: '2号线', depth: '深', opened: '2026-13-01', seen_at: 'yesterday', is_open: 'yes' },
      { line: '=3', depth: null, opened: '2023-02-29' },
    ]
    for (const [i, properties] of rows.entries())
      await tx.raw(
        `insert into layer_feature (district_code, id, layer_id, number, audience, organisation_id, properties, geom, geom_3857)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, $6::jsonb, st_geomfromtext('LINESTRING(103.92 30.57, 103.93 30.57)', 4490), st_transform(st_geomfromtext('LINESTRING(103.92 30.57, 103.93 30.57)', 4490), 3857))`,
        [g.w.district_code, id, i + 1, audience, owner.organisation_id, JSON.stringify(properties)],
      )
  })
}

const names = async (g: Ground, member: Member | null) =>
  ok(await g.w.as(member).get('/api/layers')).body.layers.map((layer: { name: string }) => layer.name)

test('everybody is told of the layers they may see, and of no other', async () => {
  const g = await ground()
  const gas = await g.w.member('utility', { utility_kind: 'gas' })
  await imported(g, 'metro', 'public', g.planner)
  await imported(g, 'secret', 'organisation', gas)
  await imported(g, 'inside', 'staff', g.planner)
  const open = ['projects', 'sites', 'roads', 'buildings', 'districts']
  expect(await names(g, null)).toEqual([...open, 'metro'])
  expect(await names(g, g.promoter)).toEqual([...open, 'metro'])
  expect(await names(g, gas)).toEqual([
    'projects',
    'sites',
    'networks',
    'roads',
    'buildings',
    'districts',
    'metro',
    'secret',
  ])
  expect(await names(g, g.planner)).toEqual([
    'projects',
    'sites',
    'detections',
    'networks',
    'roads',
    'buildings',
    'districts',
    'inside',
    'metro',
  ])
  expect((await g.w.as(null).get('/api/layers/secret')).status).toBe(404)
  expect((await g.w.as(null).get('/api/layers/networks')).status).toBe(404)
  const metro = ok(await g.w.as(null).get('/api/layers/metro')).body
  expect(metro).toMatchObject({
    title_zh: '轨道',
    audience: 'public',
    geometry_type: 'LineString',
    is_imported: true,
    licence: 'ODbL',
    source: 'OSM',
    count: 3,
    bbox: [103.92, 30.57, 103.93, 30.57],
    tiles: '/tiles/metro.json',
  })
  expect(metro.columns[1]).toEqual({ name: 'depth', type: 'number' })
  expect(ok(await g.w.as(null).get('/api/layers/buildings')).body).toMatchObject({ count: 0, bbox: null })
})

test('an imported layer is asked, filtered by its own columns and exported like any other', async () => {
  const g = await ground()
  await imported(g, 'metro', 'public', g.planner)
  await imported(g, 'secret', 'organisation', g.planner)
  const area = { geometry: box(103.9, 30.5, 0.1, 0.1) }
  const ask = (filter?: string, collection = 'metro') =>
    g.w.as(null).post('/api/areas/query', { area, collections: [collection], ...(filter ? { filter } : {}) })
  expect(idsOf(await ask(), 'metro')).toEqual(['1', '2', '3'])
  const filters: [string, string[]][] = [
    ["line = '1号线'", ['1']],
    ['depth > 18', ['1']],
    ['depth IS NULL', ['2', '3']],
    ["opened = DATE('2024-02-29')", ['1']],
    ["T_AFTER(opened, DATE('2020-01-01'))", ['1']],
    ["seen_at < TIMESTAMP('2026-01-02T00:00:00Z')", ['1']],
    ['is_open = true', ['1']],
    [`"${odd.replaceAll('"', '""')}" = 'x'`, ['1']],
    ["casei(line) like casei('%号线')", ['1', '2']],
  ]
  for (const [filter, ids] of filters) expect(idsOf(await ask(filter), 'metro'), filter).toEqual(ids)
  expect((await ask("stage = 'planned'")).body).toMatchObject({
    facts: { collection: 'metro' },
    errors: [{ pointer: '/filter', code: 'filter/unknown-property', position: 0 }],
  })
  expect((await ask(undefined, 'secret')).body.errors[0].code).toBe('areas/unknown-collection')
  const csv = await g.w.as(null).raw('/api/areas/export?format=csv', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ area, collections: ['metro'] }),
  })
  const lines = (await csv.text()).trimEnd().split('\r\n')
  expect(lines[0]).toBe(`id,line,depth,opened,seen_at,is_open,"怪'名""; drop table layer",lon,lat,geometry`)
  expect(lines[3]).toBe(`3,'=3,,2023-02-29,,,,103.925,30.57,"LINESTRING(103.92 30.57,103.93 30.57)"`)
})
