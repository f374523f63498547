import { expect, test } from 'vitest'
import { jobs } from '../../server/schedule.ts'
import { world, type World } from '../world.ts'
import { auditsLike } from './file.ts'
import { accepted, after, clockOf, granted, offered, ok, toldTo, workingDay, type Scene } from './stage.ts'

const handoverOf = async ({ promoter, at }: Scene) => (await promoter.get(at)).body.handover
const sweep = (w: World) => jobs.find(({ name }) => name.includes('sweep'))!.run(w.parts, w.district_code)

test('a grant hands the file to who supervises, who signs for it within three working days (审管衔接)', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const inspector = await w.member('inspector')
  const scene = await after(w, accepted)
  expect(await handoverOf(scene)).toBeNull()
  ok(await scene.authority.post(`${scene.at}/grant`))
  expect(await handoverOf(scene)).toMatchObject({ status: 'waiting' })
  expect(await clockOf(scene, 'handover.sign_for')).toMatchObject({
    owner: 'authority',
    state: 'running',
    due_on: workingDay('2026-03-02', 3),
  })
  expect(await toldTo(w, inspector)).toEqual(['handover.handed_over'])
  expect((await w.as(inspector).get('/api/desk')).body.items).toMatchObject([{ kind: 'handover.sign_for' }])
  const sign = await offered(w.as(inspector), scene.id, 'handover.sign_for')
  expect(sign).toMatchObject({ allowed: true })
  expect(ok(await w.as(inspector).post(sign!.href)).body).toMatchObject({ status: 'signed' })
  expect((await clockOf(scene, 'handover.sign_for'))!.state).toBe('met')
  expect((await auditsLike(w, 'handover.%')).map(({ action }) => action)).toEqual([
    'handover.hand_over',
    'handover.sign_for',
  ])
})

test('only an inspector of that unit signs, once, and not from a stale view', async () => {
  const w = await world()
  const inspector = w.as(await w.member('inspector'))
  const scene = await after(w, granted)
  const { id, version } = await handoverOf(scene)
  const at = `/api/handovers/${id}/sign-for`
  expect((await scene.authority.post(at, {})).body.code).toBe('permits/not-your-move')
  expect((await w.as(await w.member('inspector', { another: true })).post(at, {})).body.code).toBe('permits/other-unit')
  expect((await w.as(await w.member('promoter', { another: true })).post(at, {})).status).toBe(404)
  expect((await w.as(null).post(at, {})).status).toBe(404)
  const both = await Promise.all([1, 2].map(() => inspector.post(at, {}, { 'if-match': `"${version}"` })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await inspector.post(at, {})).body.code).toBe('permits/wrong-state')
})

test('files that nobody claimed are a figure, late ones a red matter on the desk of who should have', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const inspector = w.as(await w.member('inspector'))
  const scene = await after(w, granted)
  const other = await after(w, granted)
  ok(await inspector.post(`/api/handovers/${(await handoverOf(other)).id}/sign-for`, {}))
  w.clock.set(`${workingDay('2026-03-02', 4)}T02:00:00Z`)
  await sweep(w)
  expect(ok(await inspector.get('/api/handovers')).body).toMatchObject({
    handed_over: 2,
    signed: 1,
    unclaimed: 1,
    overdue: 1,
    files: [{ permit_id: scene.permit, due_on: workingDay('2026-03-02', 3), is_overdue: true }],
  })
  expect((await inspector.get('/api/desk')).body.items[0]).toMatchObject({ kind: 'handover.sign_for', card: 'red' })
  expect((await scene.promoter.get('/api/handovers')).body.code).toBe('permits/not-your-move')
  expect((await w.as(null).get('/api/handovers')).status).toBe(401)
})

test('a file under a permit that has ended waits for nobody; where nobody supervises nothing is handed over', async () => {
  const w = await world()
  const alone = await after(w, granted)
  expect(await handoverOf(alone)).toBeNull()
  await w.member('inspector')
  const scene = await after(w, granted)
  ok(await scene.authority.post(`${scene.at}/revoke`, { basis: '行政许可法 69', reason: '违反法定程序' }))
  expect((await handoverOf(scene)).status).toBe('dropped')
  expect((await clockOf(scene, 'handover.sign_for'))!.state).toBe('cancelled')
})
