import { expect, test } from 'vitest'
import { begin, box, ground, idsOf, ok, trench } from './ground.ts'

const around = box(103.9195, 30.5695, 0.004, 0.001)

test('a dig is found by a polygon that it reaches and not by one beside it', async () => {
  const g = await ground()
  const id = await g.file(trench(103.92, 30.57))
  const found = await g.w.as(g.planner).post('/api/areas/query', { area: { geometry: around } })
  expect(idsOf(found)).toEqual([id])
  expect(found.body.collections[0]).toMatchObject({ name: 'projects', number_matched: 1 })
  expect(found.body.collections[0].features[0]).toMatchObject({
    type: 'Feature',
    geometry: { type: 'MultiPolygon' },
    properties: { stage: 'planned', digging: 'will_be', dug_from: '2026-03-10', dug_to: '2026-04-30' },
  })
  expect(found.body.collections[0].features[0].geometry).not.toHaveProperty('crs')
  const beside = { geometry: box(103.9195, 30.5715, 0.004, 0.001) }
  expect(idsOf(await g.w.as(g.planner).post('/api/areas/query', { area: beside }))).toEqual([])
})

test('a buffer reaches as many metres as it says: 25 m finds a trench 24 m away and not one 26 m away', async () => {
  const g = await ground()
  const metre = 1 / 110_850 // a degree of latitude at 30.57° N on the ellipsoid
  const line = {
    type: 'LineString',
    coordinates: [
      [103.92, 30.57],
      [103.922, 30.57],
    ],
  }
  const near = await g.file(trench(103.92, 30.57 + 24.6 * metre, { width_m: 1 }))
  await g.file(trench(103.92, 30.57 + 26 * metre, { width_m: 1 }))
  const answer = await g.w.as(g.planner).post('/api/areas/query', { area: { geometry: line, buffer_m: 25 } })
  expect(idsOf(answer)).toEqual([near])
  // 50 m × the line's length of about 191.9 m, and a disc of 25 m.
  expect(answer.body.area.area_m2).toBeGreaterThan(50 * 191.5 + Math.PI * 625 - 5)
  expect(answer.body.area.area_m2).toBeLessThan(50 * 192.2 + Math.PI * 625 + 5)
})

test('a street is found by its code on a day, and a road by its name', async () => {
  const g = await ground()
  const id = await g.file(trench(103.92, 30.57))
  const code = `${g.w.district_code}017`
  await g.w.look(({ tx }) =>
    tx.raw(
      `insert into admin_area (code, valid_from, valid_to, parent_code, level, name_zh, name_en, source, geom)
       values ($1, '2020-01-01', '2026-06-01', $2, 'street', '云杉街道', 'Yunshan', 'test', st_multi(st_setsrid(st_geomfromgeojson($3), 4490)))`,
      [code, String(g.w.district_code), JSON.stringify(around)],
    ),
  )
  const road = {
    type: 'LineString',
    coordinates: [
      [103.919, 30.57002],
      [103.923, 30.57002],
    ],
  }
  await g.w.look(({ tx, now }) =>
    tx.raw(
      `insert into road_segment (district_code, id, name, name_en, width_m, geom, geom_3857, length_m, updated_at)
       values ($1, gen_random_uuid(), '云杉路', 'Yunshan Road', 12, st_multi(st_setsrid(st_geomfromgeojson($2), 4490)), st_transform(st_multi(st_setsrid(st_geomfromgeojson($2), 4490)), 3857), st_length((st_multi(st_setsrid(st_geomfromgeojson($2), 4490)))::geography), $3)`,
      [g.w.district_code, JSON.stringify(road), now.toISOString()],
    ),
  )
  const ask = (area: object, more: object = {}) => g.w.as(g.planner).post('/api/areas/query', { area, ...more })
  expect(idsOf(await ask({ admin_code: code }))).toEqual([id])
  expect(idsOf(await ask({ admin_code: `${code}000` }))).toEqual([id])
  expect(idsOf(await ask({ road_name: '云杉路' }))).toEqual([id])
  expect(idsOf(await ask({ road_name: 'Yunshan Road', buffer_m: 1 }))).toEqual([])
  g.w.clock.set('2026-07-01T00:00:00Z')
  expect((await ask({ admin_code: code })).body.errors[0]).toMatchObject({
    pointer: '/area/admin_code',
    code: 'areas/no-such-division',
  })
  expect((await ask({ road_name: '无名路' })).body.errors[0]).toMatchObject({ code: 'areas/no-such-road' })
  const listed = await g.w.as(g.planner).get('/api/areas/admin?on=2026-03-01')
  expect(ok(listed).body.divisions).toMatchObject([{ code, name_zh: '云杉街道', has_outline: true }])
})

test('days find what was, is and will be dug in them, and not a plan given up', async () => {
  const g = await ground({ now: '2026-03-02T02:00:00Z' })
  const will = await g.file(trench(103.92, 30.57, { planned_from: '2026-06-01', planned_to: '2026-06-30' }))
  const is = await g.file(trench(103.92, 30.5701))
  const never = await g.file(trench(103.92, 30.5702))
  ok(await g.w.as(g.promoter).post(`/api/projects/${never}/cancel`, { reason: '改线' }))
  await begin(g, is, '2026-03-10T02:00:00Z')
  g.w.clock.set('2026-05-20T02:00:00Z')
  const between = async (from: string, to: string) =>
    idsOf(await g.w.as(g.planner).post('/api/areas/query', { area: { geometry: around }, from, to }))
  expect(await between('2026-02-01', '2026-03-09')).toEqual([])
  expect(await between('2026-03-10', '2026-03-10')).toEqual([is])
  // Over its period and not ended: its ground is still open today.
  expect(await between('2026-05-20', '2026-05-20')).toEqual([is])
  expect(await between('2026-06-30', '2026-07-30')).toEqual([will])
  expect((await between('2026-01-01', '2026-12-31')).sort()).toEqual([is, will].sort())
  // A plan whose days have passed has not been dug in them: it can only be dug from today on.
  g.w.clock.set('2026-08-01T02:00:00Z')
  expect(await between('2026-06-01', '2026-06-30')).toEqual([is])
})

test('at an instant in the past a dig has the stage and place it had, and is not there before it was known', async () => {
  const g = await ground({ now: '2026-03-02T02:00:00Z' })
  const id = await g.file(trench(103.92, 30.57))
  g.w.clock.set('2026-03-05T02:00:00Z')
  await begin(g, id, '2026-03-10T02:00:00Z')
  const at = async (instant: string, more: object = {}) =>
    ok(
      await g.w.as(g.planner).post('/api/areas/query', {
        area: { geometry: around },
        collections: ['projects', 'sites'],
        at: instant,
        ...more,
      }),
    ).body.collections.map((one: { features: { properties: { stage: string; digging: string } }[] }) =>
      one.features.map(({ properties }) => `${properties.stage} ${properties.digging}`),
    )
  expect(await at('2026-03-01T00:00:00Z')).toEqual([[], []])
  expect(await at('2026-03-03T00:00:00+08:00')).toEqual([['planned will_be'], ['planned will_be']])
  expect(await at('2026-03-06T00:00:00Z')).toEqual([['permitted will_be'], ['permitted will_be']])
  expect(await at('2026-03-11T00:00:00Z')).toEqual([['in_progress is'], ['in_progress will_be']])
  expect(await at('2026-03-11T00:00:00Z', { filter: "stage = 'planned'" })).toEqual([[], []])
  // What was known on 4 March about the 11th: the plan.
  expect(await at('2026-03-11T00:00:00Z', { known_at: '2026-03-04T00:00:00Z' })).toEqual([
    ['planned is'],
    ['planned will_be'],
  ])
})

test('pages follow one another through several collections without a gap or a repeat', async () => {
  const g = await ground()
  const filed = []
  for (let i = 0; i < 5; i++)
    filed.push(await g.file(trench(103.92, 30.5696 + i * 0.0001, { planned_to: `2026-05-0${i + 1}` })))
  const question = { area: { geometry: around }, collections: ['projects', 'sites'], limit: 3 }
  const seen: string[] = []
  let cursor: string | undefined
  let pages = 0
  do {
    const page = ok(
      await g.w.as(g.planner).post('/api/areas/query', { ...question, ...(cursor ? { cursor } : {}) }),
    ).body
    expect(page.collections.map((one: { number_matched: number }) => one.number_matched)).toEqual([5, 5])
    seen.push(...page.collections.flatMap((one: { features: { id: string }[] }) => one.features.map(({ id }) => id)))
    cursor = page.next ?? undefined
    pages++
  } while (cursor)
  expect(pages).toBe(4)
  expect(seen).toHaveLength(10)
  expect(new Set(seen).size).toBe(10)
  expect(seen.slice(0, 5).sort()).toEqual(filed.sort())
  const first = ok(await g.w.as(g.planner).post('/api/areas/query', question)).body.next
  const other = await g.w.as(g.planner).post('/api/areas/query', { ...question, filter: 'depth_m > 1', cursor: first })
  expect(other.body.errors[0]).toMatchObject({ pointer: '/cursor', code: 'http/invalid-cursor' })
})

test('the count comes before the data, when only the count is asked for', async () => {
  const g = await ground()
  await g.file(trench(103.92, 30.57))
  const counted = await g.w.as(g.planner).post('/api/areas/query', { area: { geometry: around }, count_only: true })
  expect(ok(counted).body.collections).toEqual([{ name: 'projects', number_matched: 1, as_of: null, features: [] }])
})

test('a question that is wrong says where', async () => {
  const g = await ground()
  const refusal = async (question: object) => {
    const { status, body } = await g.w.as(g.planner).post('/api/areas/query', question)
    return `${status} ${body.errors?.[0]?.pointer} ${body.errors?.[0]?.code}`
  }
  const area = { geometry: around }
  const open = { type: 'Polygon', coordinates: [around.coordinates[0]!.slice(0, 4)] }
  expect(await refusal({})).toBe('422 /area http/invalid-type')
  expect(await refusal({ area: {} })).toBe('422 /area http/custom')
  expect(await refusal({ area: { ...area, admin_code: '510116' } })).toBe('422 /area http/custom')
  expect(await refusal({ area, limit: 0 })).toBe('422 /limit http/too-small')
  expect(await refusal({ area, page: 2 })).toMatch(/^422 .*unrecognized-keys$/)
  expect(await refusal({ area, collections: ['homes'] })).toBe('422 /collections/0 areas/unknown-collection')
  expect(await refusal({ area, from: '2026-02-30' })).toBe('422 /from http/custom')
  expect(await refusal({ area, from: '2026-03-02', to: '2026-03-01' })).toBe('422 /to http/custom')
  expect(await refusal({ area, at: '2026-03-02' })).toBe('422 /at http/custom')
  expect(await refusal({ area: { geometry: open } })).toBe('422 /area/geometry/coordinates/0 geometry/ring-not-closed')
  expect(await refusal({ area: { bbox: [1, 2, 3] } })).toMatch(/^422 \/area\/bbox/)
  expect(await refusal({ area: { saved: 'are_510116_x' } })).toBe('422 /area/saved areas/no-such-saved-area')
  expect(await refusal({ area, filter: "stagee = 'planned'" })).toBe('422 /filter filter/unknown-property')
})
