import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { after, clockOf, delivered, offered, ok, toldTo, turn, type Scene } from './stage.ts'

const longer = { valid_to: '2026-07-31', reason: '工程量增加' }
const renew = ({ promoter, at }: Scene, body: object = longer) => promoter.post(`${at}/renew`, body)
const validTo = async ({ promoter, at }: Scene) => (await promoter.get(at)).body.valid_to

/** Asked on a day before the permit's last, 30 April. */
async function asked(w: World, day: string): Promise<Scene & { renewal: string }> {
  const scene = await after(w, delivered)
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
  w.clock.set(`${day}T02:00:00Z`)
  return { ...scene, renewal: `/api/renewals/${ok(await renew(scene)).body.id}` }
}

test('a renewal is asked thirty days before the permit ends, and not a day later (50)', async () => {
  const w = await world()
  const scene = await after(w, delivered)
  w.clock.set('2026-04-01T02:00:00Z')
  expect((await renew(scene)).body.code).toBe('permits/renewal-too-late')
  expect(await offered(scene.promoter, scene.id, 'renewal.submit')).toMatchObject({
    allowed: false,
    reason: 'permits/renewal-too-late',
  })
  w.clock.set('2026-03-31T02:00:00Z')
  expect((await renew(scene, { ...longer, valid_to: '2026-04-30' })).body.errors[0].code).toBe('permits/period-invalid')
  const renewal = ok(await renew(scene)).body
  expect(renewal).toMatchObject({ kind: 'renewal', status: 'submitted', reference: expect.stringMatching(/-P01-R01$/) })
  expect((await renew(scene)).body.code).toBe('permits/renewal-open')
  expect(await clockOf(scene, 'renewal.decision')).toMatchObject({ owner: 'authority', due_on: '2026-04-30' })
})

test('granted in time, the permit and the works under it live longer', async () => {
  const w = await world()
  const scene = await asked(w, '2026-03-20')
  ok(await scene.authority.post(`${scene.renewal}/accept-application`))
  ok(await scene.authority.post(`${scene.renewal}/grant`))
  expect(await validTo(scene)).toBe('2026-07-31')
  expect((await clockOf(scene, 'renewal.decision'))!.state).toBe('met')
  expect((await clockOf(scene, 'works.period'))!.due_on).toBe('2026-07-31')
})

test("the authority's silence until the last day renews the permit on the day after; that silence is on its account", async () => {
  const w = await world()
  const scene = await asked(w, '2026-03-20')
  w.clock.set('2026-04-30T10:00:00Z')
  await turn(w)
  expect(await validTo(scene)).toBe('2026-04-30')
  w.clock.set('2026-05-01T02:00:00Z')
  await turn(w)
  await turn(w)
  expect(await validTo(scene)).toBe('2026-07-31')
  expect((await scene.promoter.get(scene.at)).body.status).toBe('delivered')
  expect((await scene.promoter.get(scene.renewal)).body.status).toBe('deemed_renewed')
  expect((await clockOf(scene, 'renewal.decision'))!.state).toBe('breached')
  expect(await toldTo(w, await w.member('promoter'))).toContain('renewal.deemed')
})

test('refused in time with a reason, the permit ends on its day', async () => {
  const w = await world()
  const scene = await asked(w, '2026-03-20')
  ok(await scene.authority.post(`${scene.renewal}/accept-application`))
  expect((await scene.authority.post(`${scene.renewal}/refuse`, {})).body.errors[0].pointer).toBe('/reason')
  ok(await scene.authority.post(`${scene.renewal}/refuse`, { reason: '交通压力' }))
  w.clock.set('2026-05-01T02:00:00Z')
  await turn(w)
  expect((await scene.promoter.get(scene.at)).body).toMatchObject({ status: 'expired', valid_to: '2026-04-30' })
})

test('only the promoter asks, only its authority decides, nobody else knows of it; a change is no renewal', async () => {
  const w = await world()
  const scene = await asked(w, '2026-03-20')
  const stranger = w.as(await w.member('promoter', { another: true }))
  expect((await stranger.get(scene.renewal)).status).toBe(404)
  expect((await renew({ ...scene, promoter: stranger })).status).toBe(404)
  expect((await renew({ ...scene, promoter: scene.authority })).status).toBe(403)
  expect((await scene.promoter.post(`${scene.renewal}/grant`)).body.code).toBe('permits/not-your-move')
  expect((await scene.authority.post(`${scene.renewal}/grant`)).body.code).toBe('permits/wrong-state')
  expect((await scene.promoter.get(scene.renewal.replace('/renewals/ren', '/changes/chg'))).status).toBe(404)
  expect(ok(await scene.promoter.post(`${scene.renewal}/cancel`)).body.status).toBe('cancelled')
  w.clock.set('2026-05-01T02:00:00Z')
  await turn(w)
  expect(await validTo(scene)).toBe('2026-04-30')
})
