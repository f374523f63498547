import { expect, test } from 'vitest'
import type { Member } from '../world.ts'
import { begin, box, ground, idsOf, ok, trench } from './ground.ts'

const around = box(103.9195, 30.5695, 0.004, 0.001)

test('everybody sees what is public, builders their own besides, staff all of it; now and in the past', async () => {
  const g = await ground()
  const open = await g.file(trench(103.92, 30.57))
  g.w.clock.set('2026-03-05T02:00:00Z')
  await begin(g, open, '2026-03-10T02:00:00Z')
  const planned = await g.file(trench(103.92, 30.5701))
  const other = await g.w.member('promoter', { another: true })
  const ids = async (member: Member | null, more: object = {}) =>
    idsOf(await g.w.as(member).post('/api/areas/query', { area: { geometry: around }, ...more })).sort()
  const both = [open, planned].sort()
  expect(await ids(null)).toEqual([open])
  expect(await ids(other)).toEqual([open])
  expect(await ids(await g.w.member('utility', { utility_kind: 'gas' }))).toEqual([open])
  expect(await ids(await g.w.member('registry'))).toEqual([open])
  expect(await ids(g.promoter)).toEqual(both)
  for (const role of ['authority', 'inspector', 'planner', 'auditor', 'admin'] as const)
    expect(await ids(await g.w.member(role)), role).toEqual(both)
  // On 4 March the now public dig was only planned.
  const at = '2026-03-04T00:00:00Z'
  expect(await ids(null, { at })).toEqual([])
  expect(await ids(g.promoter, { at })).toEqual([open])
  expect(await ids(g.planner, { at })).toEqual([open])
})

test('staff of another district see of this one what is public', async () => {
  const g = await ground()
  const open = await g.file(trench(110.92, 30.57))
  await begin(g, open, '2026-03-10T02:00:00Z')
  await g.file(trench(110.92, 30.5701))
  const elsewhere = await ground()
  await elsewhere.w.look(({ tx }) =>
    tx.raw(
      `insert into admin_area (code, valid_from, level, name_zh, name_en, source, geom)
       values ($1, '2020-01-01', 'county', '测试区', 'Test', 'test', st_multi(st_setsrid(st_geomfromgeojson($2), 4490)))`,
      [String(g.w.district_code), JSON.stringify(box(110.9, 30.55, 0.05, 0.05))],
    ),
  )
  const found = await elsewhere.w
    .as(elsewhere.planner)
    .post('/api/areas/query', { area: { geometry: box(110.9195, 30.5695, 0.004, 0.001) } })
  expect(idsOf(found)).toEqual([open])
})

test('pipes are for the staff and for the utility that owns them; patches for the staff', async () => {
  const g = await ground()
  const gas = await g.w.member('utility', { utility_kind: 'gas' })
  const water = await g.w.member('utility', { utility_kind: 'water' })
  for (const utility of [gas, water])
    await g.w.look(({ tx, now }) =>
      tx.raw(
        `insert into network_segment (district_code, id, utility_id, theme, geom, geom_3857, length_m, updated_at)
         values ($1, gen_random_uuid(), $2, $3, st_geomfromtext('LINESTRING(103.92 30.57, 103.922 30.57)', 4490), st_transform(st_geomfromtext('LINESTRING(103.92 30.57, 103.922 30.57)', 4490), 3857), st_length((st_geomfromtext('LINESTRING(103.92 30.57, 103.922 30.57)', 4490))::geography), $4)`,
        [g.w.district_code, utility.organisation_id, utility === gas ? 'gas' : 'water', now.toISOString()],
      ),
    )
  const ask = (member: Member | null, collection: string) =>
    g.w.as(member).post('/api/areas/query', { area: { geometry: around }, collections: [collection] })
  const themes = async (member: Member) =>
    ok(await ask(member, 'networks'))
      .body.collections[0].features.map(({ properties }: { properties: { theme: string } }) => properties.theme)
      .sort()
  expect(await themes(gas)).toEqual(['gas'])
  expect(await themes(water)).toEqual(['water'])
  expect(await themes(g.planner)).toEqual(['gas', 'water'])
  for (const [member, collection] of [
    [null, 'networks'],
    [g.promoter, 'networks'],
    [null, 'detections'],
    [gas, 'detections'],
  ] as const) {
    const refused = await ask(member, collection)
    expect(`${refused.status} ${refused.body.code}`).toBe('403 areas/collection-not-yours')
  }
  expect(ok(await ask(g.planner, 'detections')).body.collections[0].number_matched).toBe(0)
})

test('no feature carries a person, an organisation id or an internal note', async () => {
  const g = await ground()
  await begin(g, await g.file(trench(103.92, 30.57, { description: '内部说明' })), '2026-03-10T02:00:00Z')
  for (const member of [null, g.planner]) {
    const answer = await g.w
      .as(member)
      .post('/api/areas/query', { area: { geometry: around }, collections: ['projects', 'sites'] })
    const text = JSON.stringify(ok(answer).body)
    for (const hidden of ['promoter_id', 'contractor_id', 'description', '内部说明', g.promoter.organisation_id!])
      expect(text).not.toContain(hidden)
  }
})
