import { expect, test } from 'vitest'
import { begin, box, ground, ok, trench } from './ground.ts'

const around = box(103.9195, 30.5695, 0.004, 0.001)

test('the sums are those of plain SQL over the digs of the area', async () => {
  const g = await ground()
  for (let i = 0; i < 3; i++) await g.file(trench(103.92, 30.5696 + i * 0.0001))
  await g.file(trench(103.92, 30.5699, { kind: 'road_excavation' }))
  await g.file(trench(103.93, 30.57))
  await begin(g, await g.file(trench(103.92, 30.5702)), '2026-03-10T02:00:00Z')
  const asked = { area: { geometry: around }, from: '2026-03-01', to: '2026-06-30', collections: ['projects', 'sites'] }
  const { digs, collections } = ok(await g.w.as(g.planner).post('/api/areas/stats', asked)).body
  const plain = async (columns: string, group = '') =>
    g.w.look(({ tx }) =>
      tx.raw<Record<string, unknown>>(
        `select ${columns} from dig_project where district_code = $1 and st_intersects(geom, st_setsrid(st_geomfromgeojson($2), 4490)) ${group}`,
        [g.w.district_code, JSON.stringify(around)],
      ),
    )
  const [all] = await plain('count(*)::int as count, sum(area_m2) as area_m2, sum(length_m) as length_m')
  expect(digs).toMatchObject({ count: all!.count })
  expect(digs.area_m2).toBeCloseTo(all!.area_m2 as number, 3)
  expect(digs.length_m).toBeCloseTo(all!.length_m as number, 3)
  const counts = (groups: { value: string; count: number }[]) =>
    Object.fromEntries(groups.map(({ value, count }) => [value, count]))
  for (const [name, column] of [
    ['by_stage', 'stage'],
    ['by_kind', 'kind'],
    ['by_card', 'card'],
    ['by_promoter', 'promoter_name'],
  ] as const) {
    const rows = await plain(`${column} as value, count(*)::int as count`, `group by ${column}`)
    expect(counts(digs[name]), name).toEqual(counts(rows as { value: string; count: number }[]))
  }
  expect(counts(digs.by_digging)).toEqual({ will_be: 4, is: 1 })
  expect(collections).toEqual([
    { name: 'projects', number_matched: 5 },
    { name: 'sites', number_matched: 5 },
  ])
  expect(digs.by_month).toEqual([
    { month: '2026-03', open: 5, begun: 5, ended: 0 },
    { month: '2026-04', open: 5, begun: 0, ended: 5 },
    { month: '2026-05', open: 0, begun: 0, ended: 0 },
    { month: '2026-06', open: 0, begun: 0, ended: 0 },
  ])
})

test('a road that was dug three times says so, with the digs; a plan to dig it again is counted apart', async () => {
  const g = await ground()
  await g.w.look(({ tx, now }) =>
    tx.raw(
      `insert into road_segment (district_code, id, name, name_en, width_m, geom, geom_3857, length_m, updated_at)
       select $1, gen_random_uuid(), name, null, 12, st_multi(st_geomfromtext(line, 4490)), st_transform(st_multi(st_geomfromtext(line, 4490)), 3857), st_length((st_multi(st_geomfromtext(line, 4490)))::geography), $2
         from (values ('云杉路', 'LINESTRING(103.919 30.57, 103.921 30.57)'), ('云杉路', 'LINESTRING(103.921 30.57, 103.923 30.57)'),
                      ('远路', 'LINESTRING(103.919 30.5703, 103.923 30.5703)')) r (name, line)`,
      [g.w.district_code, now.toISOString()],
    ),
  )
  // The road is 12 m wide: digs up to 6 m from its centre line lie in it. 0.00004° is 4.4 m.
  const ids = []
  for (let i = 0; i < 3; i++) {
    g.w.clock.set('2026-03-02T02:00:00Z')
    const id = await g.file(trench(103.92, 30.56996 + i * 0.00004))
    await begin(g, id, '2026-03-10T02:00:00Z')
    ids.push(id)
  }
  await g.file(trench(103.92, 30.57, { planned_from: '2026-09-01', planned_to: '2026-09-30' }))
  await g.file(trench(103.92, 30.5701))
  const { digs } = ok(await g.w.as(g.planner).post('/api/areas/stats', { area: { geometry: around } })).body
  expect(digs.by_road).toMatchObject([
    { name: '云杉路', times: 3, planned: 1, first_on: '2026-03-10', last_on: '2026-09-30' },
  ])
  expect(
    digs.by_road[0].digs
      .filter((dig: { digging: string }) => dig.digging === 'is')
      .map((dig: { id: string }) => dig.id)
      .sort(),
  ).toEqual(ids.sort())
  const open = await g.w
    .as(g.planner)
    .post('/api/areas/stats', { area: { road_name: '云杉路' }, from: '2026-03-01', to: '2026-05-31' })
  expect(ok(open).body.digs.by_road).toMatchObject([{ name: '云杉路', times: 3, planned: 0 }])
})

test('sums of collections without digs are counts alone', async () => {
  const g = await ground()
  const { body } = ok(
    await g.w.as(null).post('/api/areas/stats', { area: { geometry: around }, collections: ['roads'] }),
  )
  expect(body).toMatchObject({ collections: [{ name: 'roads', number_matched: 0 }], digs: null })
})
