import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sweepJob } from '../../server/clocks/sweep.ts'
import { world, type Member, type World } from '../world.ts'
import { accepted, after, applied, clockOf, layRoad, offered, ok, police, trench, workingDay } from './stage.ts'

/** A pond, or a park, over the trench. */
const layGround = (w: World, theme: 'water' | 'green') =>
  w.look(({ tx }) =>
    tx.raw(
      `insert into basemap_feature (district_code, id, theme, source, geom)
       select $1, $2, $3, 'test', st_buffer(st_setsrid(st_geomfromgeojson($4), 4490), 0.0005)`,
      [w.district_code, randomUUID(), theme, JSON.stringify(trench)],
    ),
  )
/** An authority whose duty this is wherever the trench lies. */
async function bureau(w: World, duty: string): Promise<Member> {
  const member = await w.member('authority', { another: true })
  // the district's own authority is the oldest
  await w.look(({ tx }) =>
    tx.raw(`update organisation set created_at = created_at + interval '1 day' where district_code = $1 and id = $2`, [
      w.district_code,
      member.organisation_id,
    ]),
  )
  await w.look(({ tx }) =>
    tx.raw(
      `insert into responsibility (district_code, id, organisation_id, duty, valid_from, geom)
       select $1, $2, $3, $4, '2020-01-01', st_multi(st_buffer(st_setsrid(st_geomfromgeojson($5), 4490), 0.01))`,
      [w.district_code, randomUUID(), member.organisation_id, duty, JSON.stringify(trench)],
    ),
  )
  return member
}
const kindsOf = async ({ promoter, at }: { promoter: { get(path: string): Promise<{ body: any }> }; at: string }) =>
  ((await promoter.get(at)).body.consents as { kind: string }[]).map(({ kind }) => kind).toSorted()

test('an application goes to every authority whose ground it touches at once, each on a clock of its own, and to no other', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  await w.member('authority')
  const water = await bureau(w, 'water')
  await layRoad(w)
  await layGround(w, 'water')
  await police(w)
  const scene = await applied(w)
  expect(await kindsOf(scene)).toEqual(['traffic_consent', 'water_opinion'])
  for (const kind of ['traffic_consent', 'water_opinion'])
    expect(await clockOf(scene, `consent.${kind}`)).toMatchObject({
      owner: 'authority',
      state: 'running',
      due_on: workingDay('2026-03-02', 5),
    })
  expect((await w.as(water).get('/api/desk')).body.items).toMatchObject([{ kind: 'consent.water_opinion' }])
})

test('nothing is granted until the last of them consents, and there is one result at one counter', async () => {
  const w = await world()
  await w.member('authority')
  const gardens = await bureau(w, 'landscaping')
  await layRoad(w)
  await layGround(w, 'green')
  const officer = await police(w)
  const scene = await after(w, accepted)
  const give = await offered(w.as(officer), scene.id, 'consent.give')
  ok(await w.as(officer).post(give!.href))
  expect((await scene.authority.post(`${scene.at}/grant`)).body.code).toBe('permits/consent-missing')
  const trees = await offered(w.as(gardens), scene.id, 'consent.give')
  expect((await w.as(officer).post(trees!.href)).body.code).toBe('permits/other-authority')
  ok(await w.as(gardens).post(trees!.href, { conditions: ['移植 3 株乔木'] }))
  ok(await scene.authority.post(`${scene.at}/grant`))
  expect((await w.as(gardens).post(`${scene.at}/deliver`)).body.code).toBe('permits/other-authority')
  ok(await scene.authority.post(`${scene.at}/deliver`))
})

test("planners answer for planning where an imported layer of theirs is touched; another organisation's planner does not", async () => {
  const w = await world()
  await w.member('authority')
  const planner = await w.member('planner')
  await w.look(async ({ tx }) => {
    const layer = randomUUID()
    await tx.raw(
      `insert into layer (district_code, id, name, title_zh, title_en, organisation_id, geometry_type, created_at)
       values ($1, $2, 'planning_control', '规划控制线', 'planning control', $3, 'Polygon', '2026-01-01')`,
      [w.district_code, layer, planner.organisation_id],
    )
    await tx.raw(
      `insert into layer_feature (district_code, id, layer_id, number, audience, organisation_id, geom, geom_3857)
       select $1, $2, $3, 1, 'staff', $4, g, st_transform(g, 3857) from st_buffer(st_setsrid(st_geomfromgeojson($5), 4490), 0.0005) g`,
      [w.district_code, randomUUID(), layer, planner.organisation_id, JSON.stringify(trench)],
    )
  })
  const scene = await applied(w)
  expect(await kindsOf(scene)).toEqual(['planning_opinion'])
  const give = (await offered(w.as(planner), scene.id, 'consent.give'))!.href
  expect((await w.as(await w.member('planner', { another: true })).post(give)).body.code).toBe(
    'permits/other-authority',
  )
  expect((await w.as(await w.member('inspector')).post(give)).body.code).toBe('permits/not-your-move')
  ok(await w.as(planner).post(give))
  expect((await clockOf(scene, 'consent.planning_opinion'))!.state).toBe('met')
})

test('a step that is over its own days is red by itself though the whole is in time', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  await w.member('authority')
  await bureau(w, 'water')
  await layGround(w, 'water')
  const scene = await after(w, accepted)
  w.clock.set(`${workingDay('2026-03-02', 6)}T02:00:00Z`)
  await sweepJob(() => Promise.resolve()).run(w.parts, w.district_code)
  expect((await clockOf(scene, 'consent.water_opinion'))!.card).toBe('red')
  expect((await clockOf(scene, 'permit.decision'))!.card).toBe('none')
})
