import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { after, applied, clockOf, delivered, granted, offered, ok, stageOf, toldTo, turn, type Scene } from './stage.ts'

const statusOf = async ({ promoter, at }: Scene) => (await promoter.get(at)).body.status
const start = ({ promoter, id }: Scene) => promoter.post(`/api/projects/${id}/start`)
const extension = { months: 3, reason: '拆迁未完成' }

test('a permit that was used expires on the day after its last, by itself and once; the works under it stay what they are', async () => {
  const w = await world()
  const scene = await after(w, delivered)
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await start(scene))
  w.clock.set('2026-04-30T10:00:00Z')
  await turn(w)
  expect(await statusOf(scene)).toBe('delivered')
  w.clock.set('2026-05-01T02:00:00Z')
  await turn(w)
  await turn(w)
  expect(await statusOf(scene)).toBe('expired')
  expect(await stageOf(scene)).toBe('in_progress')
  const events = await w.look(({ tx }) =>
    tx.raw<{ basis_zh: string }>(`select basis_zh from event where district_code = $1 and type = 'permit.expired'`, [
      w.district_code,
    ]),
  )
  expect(events).toEqual([{ basis_zh: '行政许可法 第70条第1项' }])
  expect(await toldTo(w, await w.member('promoter'))).toContain('permit.expired')
})

test('a permit that nobody used lapses, and nothing can be dug under it any more', async () => {
  const w = await world()
  const scene = await after(w, granted)
  w.clock.set('2026-05-01T02:00:00Z')
  await turn(w)
  expect(await statusOf(scene)).toBe('lapsed')
  expect(await stageOf(scene)).toBe('lapsed')
  expect((await start(scene)).body.code).toBe('works/permit-not-delivered')
})

const building = { kind: 'building_works', planned_to: '2028-03-31' }

test('a construction permit must be used within three months of its receipt, or it lapses (建筑法 9)', async () => {
  const w = await world({ now: '2026-03-10T02:00:00Z' })
  const used = await after(w, delivered, building)
  const unused = await after(w, delivered, building)
  expect(await clockOf(unused, 'permit.start')).toMatchObject({
    owner: 'promoter',
    state: 'running',
    due_on: '2026-06-10',
  })
  ok(await start(used))
  expect((await clockOf(used, 'permit.start'))!.state).toBe('met')
  w.clock.set('2026-06-10T10:00:00Z')
  await turn(w)
  expect(await statusOf(unused)).toBe('delivered')
  w.clock.set('2026-06-11T02:00:00Z')
  await turn(w)
  expect(await statusOf(unused)).toBe('lapsed')
  expect(await statusOf(used)).toBe('delivered')
  expect((await clockOf(unused, 'permit.start'))!.state).toBe('breached')
})

test('the time to begin is extended twice, by at most three months each, and not once it is over (建筑法 9)', async () => {
  const w = await world({ now: '2026-03-10T02:00:00Z' })
  const scene = await after(w, delivered, building)
  const extend = (body: object) => scene.authority.post(`${scene.at}/extend-start`, body)
  expect((await extend({ ...extension, months: 4 })).body.errors[0].code).toBe('permits/too-many-months')
  ok(await extend(extension))
  expect((await clockOf(scene, 'permit.start'))!.due_on).toBe('2026-09-10')
  ok(await extend({ ...extension, months: 2 }))
  expect((await clockOf(scene, 'permit.start'))!.due_on).toBe('2026-11-10')
  expect((await extend(extension)).body.code).toBe('permits/start-extended-out')
  expect(await offered(scene.authority, scene.id, 'permit.extend_start')).toMatchObject({
    allowed: false,
    reason: 'permits/start-extended-out',
  })
  const late = await after(w, delivered, building)
  w.clock.set('2026-06-11T02:00:00Z')
  expect((await late.authority.post(`${late.at}/extend-start`, extension)).body.code).toBe('permits/limit-over')
})

test('an excavation permit has no time to begin but its period', async () => {
  const w = await world()
  const scene = await after(w, delivered)
  expect(await clockOf(scene, 'permit.start')).toBeUndefined()
  expect(await offered(scene.authority, scene.id, 'permit.extend_start')).toBeUndefined()
  expect((await scene.authority.post(`${scene.at}/extend-start`, extension)).body.code).toBe('permits/no-time-to-start')
})

test('a joint application that nobody answered is deemed accepted with the joint limit', async () => {
  const w: World = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await applied(w)
  await w.look(({ tx }) => tx.raw('update permit set is_joint = true where district_code = $1', [w.district_code]))
  w.clock.set('2026-03-10T02:00:00Z')
  await turn(w)
  expect(await statusOf(scene)).toBe('application_accepted')
  expect((await clockOf(scene, 'permit.decision_joint'))!.state).toBe('running')
})
