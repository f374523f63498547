import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { accepted, after, applied, clockOf, layRoad, offered, ok, police, toldTo, workingDay } from './stage.ts'

async function onTheRoad(w: World) {
  await w.member('authority')
  await layRoad(w)
  const officer = await police(w)
  return { ...(await after(w, accepted)), officer, traffic: w.as(officer) }
}
const consentOf = async ({ promoter, at }: { promoter: ReturnType<World['as']>; at: string }) =>
  (await promoter.get(at)).body.consents[0] as { id: string; status: string; version: number; conditions: string[] }

test('an application that takes carriageway asks the traffic police at once, on a clock of their own; one that takes none asks nobody (30)', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await onTheRoad(w)
  expect(await consentOf(scene)).toMatchObject({ status: 'asked' })
  expect(await clockOf(scene, 'consent.traffic_consent')).toMatchObject({
    owner: 'authority',
    state: 'running',
    due_on: workingDay('2026-03-02', 5),
  })
  expect(await toldTo(w, scene.officer)).toEqual(['consent.asked'])
  expect((await scene.traffic.get('/api/desk')).body.items).toMatchObject([{ kind: 'consent.traffic_consent' }])
  const field = await applied(w, {
    geometry: {
      type: 'LineString',
      coordinates: [
        [103.95, 30.6],
        [103.951, 30.6],
      ],
    },
  })
  expect((await field.promoter.get(field.at)).body.consents).toEqual([])
  const plot = await applied(w, { kind: 'building_works' })
  expect((await plot.promoter.get(plot.at)).body.consents).toEqual([])
})

test('nothing is granted before the traffic police consent, and the page says so; then it is (30)', async () => {
  const w = await world()
  const scene = await onTheRoad(w)
  expect((await scene.authority.post(`${scene.at}/grant`)).body.code).toBe('permits/consent-missing')
  expect(await offered(scene.authority, scene.id, 'permit.grant')).toMatchObject({
    allowed: false,
    reason: 'permits/consent-missing',
  })
  const give = await offered(scene.traffic, scene.id, 'consent.give')
  expect(give).toMatchObject({ allowed: true })
  expect(await offered(scene.authority, scene.id, 'consent.give')).toBeUndefined()
  expect(ok(await scene.traffic.post(give!.href, { conditions: ['夜间施工'] })).body).toMatchObject({
    status: 'given',
    conditions: ['夜间施工'],
  })
  expect((await clockOf(scene, 'consent.traffic_consent'))!.state).toBe('met')
  ok(await scene.authority.post(`${scene.at}/grant`))
})

test('a consent that is withheld holds the grant up until it is given after all', async () => {
  const w = await world()
  const scene = await onTheRoad(w)
  const at = `/api/consents/${(await consentOf(scene)).id}`
  expect((await scene.traffic.post(`${at}/withhold`, {})).body.errors[0].pointer).toBe('/reason')
  ok(await scene.traffic.post(`${at}/withhold`, { reason: '交通组织方案不可行' }))
  expect((await scene.authority.post(`${scene.at}/grant`)).body.code).toBe('permits/consent-withheld')
  expect((await scene.traffic.post(`${at}/withhold`, { reason: '再次' })).body.code).toBe('permits/wrong-state')
  ok(await scene.traffic.post(`${at}/give`))
  ok(await scene.authority.post(`${scene.at}/grant`))
})

test('only the police that were asked answer, once, and not from a stale view; it is on record', async () => {
  const w = await world()
  const scene = await onTheRoad(w)
  const { id, version } = await consentOf(scene)
  const give = `/api/consents/${id}/give`
  expect((await scene.promoter.post(give)).body.code).toBe('permits/not-your-move')
  expect((await scene.authority.post(give)).body.code).toBe('permits/other-authority')
  expect((await w.as(await w.member('promoter', { another: true })).post(give)).status).toBe(404)
  expect((await w.as(null).post(give)).status).toBe(404)
  const both = await Promise.all([1, 2].map(() => scene.traffic.post(give, {}, { 'if-match': `"${version}"` })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const audits = await w.look(({ tx }) =>
    tx.raw(`select action from audit where district_code = $1 and action like 'consent.%' order by action`, [
      w.district_code,
    ]),
  )
  expect(audits).toEqual([{ action: 'consent.ask' }, { action: 'consent.give' }])
})

test('where no traffic police take part the deciding authority records their paper; a refused application needs no answer any more', async () => {
  const w = await world()
  await w.member('authority')
  await layRoad(w)
  const scene = await after(w, accepted)
  expect(await offered(scene.authority, scene.id, 'consent.give')).toMatchObject({ allowed: true })
  ok(await scene.authority.post(`${scene.at}/refuse`, { reason: '方案不可行' }))
  expect((await consentOf(scene)).status).toBe('dropped')
  expect((await clockOf(scene, 'consent.traffic_consent'))!.state).toBe('cancelled')
})
