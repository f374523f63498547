import { expect, test } from 'vitest'
import { csvCell } from '../../server/http/csv.ts'
import { begin, box, ground, idsOf, ok, trench, type Ground } from './ground.ts'

const around = box(103.9195, 30.5695, 0.004, 0.001)
const question = { area: { geometry: around } }

async function fileSome(g: Ground, count: number) {
  for (let i = 0; i < count; i++)
    await g.file(trench(103.92, 30.5696 + i * 0.0001, { name: `第${i}路, "管" 改造`, planned_to: `2026-05-0${i + 1}` }))
}

test('an export holds exactly what the query shows, in the same order', async () => {
  const g = await ground()
  await fileSome(g, 4)
  const asked = { ...question, filter: "planned_to > '2026-05-01'" }
  const shown = ok(await g.w.as(g.planner).post('/api/areas/query', asked))
  const file = await g.w.as(g.planner).raw('/api/areas/export?format=geojson', post(asked))
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toBe('application/geo+json')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="dongtu-projects-2026-03-02.geojson"')
  expect(file.headers.get('number-matched')).toBe('3')
  const { type, features } = (await file.json()) as { type: string; features: { properties: object }[] }
  expect(type).toBe('FeatureCollection')
  const expected = shown.body.collections[0].features.map((feature: { properties: object }) => ({
    ...feature,
    properties: { collection: 'projects', ...feature.properties },
  }))
  expect(features).toEqual(expected)
  const csv = await g.w.as(g.planner).raw('/api/areas/export?format=csv', post(asked))
  const text = Buffer.from(await csv.arrayBuffer()).toString('utf8')
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(text.startsWith('\uFEFFid,reference,')).toBe(true)
  const lines = text.slice(1).trimEnd().split('\r\n')
  expect(lines[0]!.endsWith(',lon,lat,geometry')).toBe(true)
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(idsOf(shown))
  const third = lines.find((line) => line.includes(',"第3路, ""管"" 改造",'))
  expect(third).toMatch(/,103\.921,30\.5699,"MULTIPOLYGON\(\(\(/)
})

test('an export of several collections is one file, each feature saying which it is of', async () => {
  const g = await ground()
  await fileSome(g, 1)
  const asked = { ...question, collections: ['projects', 'sites'] }
  const file = await g.w.as(g.planner).raw('/api/areas/export?format=geojson', post(asked))
  const { features } = (await file.json()) as { features: { properties: { collection: string } }[] }
  expect(features.map(({ properties }) => properties.collection)).toEqual(['projects', 'sites'])
  const csv = await g.w.as(g.planner).post('/api/areas/export?format=csv', asked)
  expect(csv.body.errors[0]).toMatchObject({ pointer: '/collections', code: 'areas/csv-one-collection' })
  const empty = await g.w.as(g.planner).raw('/api/areas/export?format=geojson', post({ ...question, filter: 'false' }))
  expect(await empty.json()).toEqual({ type: 'FeatureCollection', features: [] })
})

test('an export that is longer than one batch reads on by key and loses nothing', async () => {
  const g = await ground()
  const id = await g.file(trench(103.92, 30.57))
  await g.w.look(({ tx }) =>
    tx.raw(
      `insert into road_segment (district_code, id, name, geom, geom_3857, length_m, updated_at)
       select $1, gen_random_uuid(), 'R' || i, st_multi(st_geomfromtext('LINESTRING(103.92 30.57, 103.921 30.57)', 4490)), st_transform(st_multi(st_geomfromtext('LINESTRING(103.92 30.57, 103.921 30.57)', 4490)), 3857), st_length((st_multi(st_geomfromtext('LINESTRING(103.92 30.57, 103.921 30.57)', 4490)))::geography), $2
         from generate_series(1, 2500) i`,
      [g.w.district_code, '2026-03-01T00:00:00Z'],
    ),
  )
  const asked = { ...question, collections: ['roads', 'projects'] }
  const file = await g.w.as(null).raw('/api/areas/export?format=geojson', post(asked))
  const { features } = (await file.json()) as { features: { id: string }[] }
  expect(new Set(features.map((feature) => feature.id)).size).toBe(2500)
  // Nobody who is not staff or builder learns of a plan.
  expect(features.map((feature) => feature.id)).not.toContain(id)
})

test('the public exports what the public sees', async () => {
  const g = await ground()
  const open = await g.file(trench(103.92, 30.57))
  await begin(g, open, '2026-03-10T02:00:00Z')
  await fileSome(g, 1)
  const file = await g.w.as(null).raw('/api/areas/export?format=geojson', post(question))
  expect(((await file.json()) as { features: { id: string }[] }).features.map(({ id }) => id)).toEqual([open])
})

test('a name that a spreadsheet would run comes out as a text', async () => {
  const g = await ground()
  await g.file(trench(103.92, 30.57, { name: '=HYPERLINK("http://evil","x")' }))
  await g.file(trench(103.92, 30.5701, { name: '@SUM(1+1)', name_en: '-2+3' }))
  const csv = await g.w.as(g.planner).raw('/api/areas/export?format=csv', post(question))
  const text = await csv.text()
  expect(text).toContain(`,"'=HYPERLINK(""http://evil"",""x"")",`)
  expect(text).toContain(`,'@SUM(1+1),'-2+3,`)
})

test.each([
  ['=1+1', "'=1+1"],
  ['+86 28', "'+86 28"],
  ['-3', "'-3"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['\r=x', `"'\r=x"`],
  ['＝1', "'＝1"],
  [-3.5, '-3.5'],
  [null, ''],
  [false, 'false'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['中文', '中文'],
])('the cell of %j is %j', (value, cell) => expect(csvCell(value)).toBe(cell))

test('an unknown format is refused by name', async () => {
  const g = await ground()
  const refused = await g.w.as(g.planner).post('/api/areas/export?format=exe', question)
  expect(refused.status).toBe(422)
  expect(refused.body.errors[0].pointer).toBe('/format')
})

const post = (body: object) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})
