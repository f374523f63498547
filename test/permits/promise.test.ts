import { expect, test } from 'vitest'
import { permitJobs } from '../../server/permits/jobs.ts'
import { world, type World } from '../world.ts'
import { auditsLike, certain, handIn, promisable } from './file.ts'
import { applied, clockOf, layRoad, offered, ok, toldTo, workingDay, type Scene } from './stage.ts'

const breakDue = (w: World) => permitJobs.find(({ name }) => name === 'permits.promises')!.run(w.parts, w.district_code)
const words = { until: '2026-03-20', text: '承诺于期限内补齐全部材料' }
const sign = (scene: Scene, over: object = {}) => scene.promoter.post(`${scene.at}/promise`, { ...words, ...over })
const promiseOf = async ({ promoter, at }: Scene) => (await promoter.get(at)).body.promises[0]

/** An application that lacks only what may be promised. */
async function lacking(w: World): Promise<Scene> {
  const scene = await applied(w)
  await handIn(scene, [...certain, 'traffic_plan'])
  return scene
}
async function acceptedOnPromise(w: World): Promise<Scene> {
  const scene = await lacking(w)
  ok(await sign(scene))
  ok(await scene.authority.post(`${scene.at}/accept-with-promise`))
  return scene
}

test('a promise is signed with who, when and what, and the application accepted on it; its clock runs to the promised day (容缺受理)', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await lacking(w)
  expect((await scene.authority.post(`${scene.at}/accept-with-promise`)).body.code).toBe('permits/no-promise')
  expect(await offered(scene.authority, scene.id, 'permit.accept_with_promise')).toMatchObject({
    allowed: false,
    reason: 'permits/no-promise',
  })
  expect(await offered(scene.promoter, scene.id, 'promise.sign')).toMatchObject({
    allowed: true,
    input: { until: 'date_required', text: 'text_required' },
  })
  ok(await sign(scene))
  expect(await promiseOf(scene)).toMatchObject({
    status: 'offered',
    documents: ['construction_plan', 'restoration_plan'],
    ...words,
    signed_name: '测试员promoter',
    signed_at: '2026-03-02T02:00:00.000Z',
  })
  expect(ok(await scene.authority.post(`${scene.at}/accept-with-promise`)).body).toMatchObject({
    status: 'application_accepted',
    promises: [{ status: 'accepted' }],
  })
  expect(await clockOf(scene, 'promise.documents')).toMatchObject({
    owner: 'promoter',
    state: 'running',
    due_on: '2026-03-20',
  })
  expect(await clockOf(scene, 'permit.decision')).toMatchObject({ due_on: workingDay('2026-03-02', 20) })
  expect((await auditsLike(w, 'promise.%')).map(({ action }) => action)).toEqual(['promise.accept', 'promise.sign'])
})

test('only what may be promised is, not longer than the place allows, and not by anybody else or twice from one view', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const bare = await applied(w)
  expect((await sign(bare)).body.code).toBe('permits/not-promisable')
  const whole = await applied(w)
  await handIn(whole, [...certain, ...promisable])
  expect((await sign(whole)).body.code).toBe('permits/nothing-missing')
  const scene = await lacking(w)
  const latest = workingDay('2026-03-02', 20)
  const fault = async (until: string) => (await sign(scene, { until })).body.errors[0].code
  expect(await fault('2026-03-01')).toBe('permits/time-passed')
  const later = new Date(Date.parse(latest) + 86_400_000).toISOString().slice(0, 10)
  expect(await fault(later)).toBe('permits/promise-too-long')
  expect((await scene.authority.post(`${scene.at}/promise`, words)).body.code).toBe('permits/not-your-move')
  expect((await w.as(await w.member('promoter', { another: true })).post(`${scene.at}/promise`, words)).status).toBe(
    404,
  )
  ok(await sign(scene, { until: latest }))
  ok(await sign(scene))
  expect(
    (await scene.promoter.get(scene.at)).body.promises.map(({ status }: { status: string }) => status).toSorted(),
  ).toEqual(['dropped', 'offered'])
  const { version } = (await scene.authority.get(scene.at)).body
  const both = await Promise.all(
    [1, 2].map(() => scene.authority.post(`${scene.at}/accept-with-promise`, {}, { 'if-match': `"${version}"` })),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await sign(scene)).body.code).toBe('permits/wrong-state')
})

test('an application that is accepted in full owes nothing of what was offered', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await lacking(w)
  ok(await sign(scene))
  ok(await scene.authority.post(`${scene.at}/accept-application`))
  expect((await promiseOf(scene)).status).toBe('dropped')
  for (const move of ['grant', 'deliver']) ok(await scene.authority.post(`${scene.at}/${move}`))
})

test('the permit is granted but not handed out before what was promised is there, and the authority is not late meanwhile', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await acceptedOnPromise(w)
  ok(await scene.authority.post(`${scene.at}/grant`))
  expect((await scene.authority.post(`${scene.at}/deliver`)).body.code).toBe('permits/promised-missing')
  expect(await offered(scene.authority, scene.id, 'permit.deliver')).toMatchObject({
    allowed: false,
    reason: 'permits/promised-missing',
  })
  expect((await clockOf(scene, 'permit.delivery'))!.state).toBe('paused')
  w.clock.set('2026-03-04T02:00:00Z')
  await handIn(scene, ['construction_plan'])
  expect((await promiseOf(scene)).status).toBe('accepted')
  await handIn(scene, ['restoration_plan'])
  expect((await promiseOf(scene)).status).toBe('kept')
  expect((await clockOf(scene, 'promise.documents'))!.state).toBe('met')
  expect(await clockOf(scene, 'permit.delivery')).toMatchObject({
    state: 'running',
    due_on: workingDay('2026-03-04', 10),
  })
  ok(await scene.authority.post(`${scene.at}/deliver`))
})

test('a promise is broken by itself the day after its day: nothing is granted on it, and its promoter promises nothing for six months', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await acceptedOnPromise(w)
  const promoter = await w.member('promoter')
  w.clock.set('2026-03-20T15:00:00Z')
  await breakDue(w)
  expect((await promiseOf(scene)).status).toBe('accepted')
  w.clock.set('2026-03-20T16:30:00Z')
  await breakDue(w)
  await breakDue(w)
  expect(await promiseOf(scene)).toMatchObject({
    status: 'broken',
    withholds_decision: true,
    barred_until: '2026-09-21',
  })
  expect((await clockOf(scene, 'promise.documents'))!.state).toBe('breached')
  expect((await auditsLike(w, 'promise.break')).length).toBe(1)
  expect((await toldTo(w, promoter)).filter((template) => template === 'promise.broken')).toHaveLength(1)
  expect((await scene.authority.post(`${scene.at}/grant`)).body.code).toBe('permits/promise-broken')
  const next = await applied(w)
  await handIn(next, [...certain, 'traffic_plan'])
  expect((await sign(next, { until: '2026-03-30' })).body.code).toBe('permits/promise-barred')
  expect(await offered(next.promoter, next.id, 'promise.sign')).toMatchObject({
    allowed: false,
    reason: 'permits/promise-barred',
  })
  await handIn(scene, ['construction_plan', 'restoration_plan'])
  expect((await promiseOf(scene)).status).toBe('broken')
  for (const move of ['grant', 'deliver']) ok(await scene.authority.post(`${scene.at}/${move}`))
})

test('what was promised falls with the application, without fault', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  await layRoad(w)
  const scene = await acceptedOnPromise(w)
  ok(await scene.authority.post(`${scene.at}/refuse`, { reason: '方案不可行' }))
  expect((await promiseOf(scene)).status).toBe('dropped')
  expect((await clockOf(scene, 'promise.documents'))!.state).toBe('cancelled')
})
