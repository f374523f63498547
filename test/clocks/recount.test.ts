import { expect, test } from 'vitest'
import { recountJob } from '../../server/clocks/recount.ts'
import { sweepJob } from '../../server/clocks/sweep.ts'
import { refold } from '../../server/projects/refold.ts'
import { world, type World } from '../world.ts'

const plan = {
  name: '测试路燃气管',
  kind: 'pipeline_works',
  geometry: {
    type: 'LineString',
    coordinates: [
      [103.92, 30.57],
      [103.922, 30.571],
    ],
  },
  width_m: 1.2,
  planned_from: '2020-03-10',
  planned_to: '2020-04-30',
}
const recount = (w: World) => recountJob(refold).run(w.parts, w.district_code)
const sweep = (w: World) =>
  sweepJob(async (ctx, clock) => refold(ctx, { district_code: clock.district_code, id: clock.project_id! })).run(
    w.parts,
    w.district_code,
  )

/** An application accepted on 2020-01-20, when Spring Festival was still to end on 01-30. */
async function accepted() {
  const w = await world({ now: '2020-01-20T02:00:00Z' })
  const authority = w.as(await w.member('authority'))
  const promoter = w.as(await w.member('promoter'))
  const id = (await promoter.post('/api/projects', plan)).body.id as string
  const permit = (await promoter.post(`/api/projects/${id}/apply`)).body.id as string
  await authority.post(`/api/permits/${permit}/accept-application`)
  await recount(w)
  const decision = async () =>
    (await promoter.get(`/api/projects/${id}`)).body.clocks.find((c: { kind: string }) => c.kind === 'permit.decision')
  return { w, authority, promoter, id, permit, decision }
}

test('the notice of 2020-01-27 moves a running deadline, and the ledger shows both days', async () => {
  const { w, authority, decision } = await accepted()
  expect(await decision()).toMatchObject({ due_on: '2020-02-21', calendar_version: 'CN:2019-11-21' })
  w.clock.set('2020-01-28T02:00:00Z')
  await recount(w)
  const clock = await decision()
  expect(clock).toMatchObject({ due_on: '2020-02-25', calendar_version: 'CN:2020-01-27', state: 'running' })
  const { versions } = (await authority.get(`/api/clocks/${clock.id}`)).body
  expect(versions.map((v: { cause: string; due_on: string }) => [v.cause, v.due_on])).toEqual([
    ['started', '2020-02-21'],
    ['recounted', '2020-02-25'],
  ])
  const { recounts } = (await authority.get('/api/clocks/recounts')).body
  expect(recounts[0]).toMatchObject({ calendar_version: 'CN:2020-01-27', examined: 1, moved: 1 })
  const { moved } = (await authority.get('/api/clocks/recounts/CN:2020-01-27')).body
  expect(moved).toMatchObject([{ id: clock.id, was_due_on: '2020-02-21', due_on: '2020-02-25', name: plan.name }])
})

test('counting again twice moves nothing twice, and tells it once', async () => {
  const { w, id, promoter } = await accepted()
  w.clock.set('2020-01-28T02:00:00Z')
  await recount(w)
  await recount(w)
  const { events } = (await promoter.get(`/api/projects/${id}/history`)).body
  const told = events.filter((e: { type: string }) => e.type === 'clock.recounted')
  expect(told).toHaveLength(1)
  expect(told[0].data).toMatchObject({ was_due_on: '2020-02-21', due_on: '2020-02-25' })
})

test('a run that dies half-way leaves nothing half-moved, and the next one moves all', async () => {
  const { w, decision } = await accepted()
  w.clock.set('2020-02-24T02:00:00Z')
  await sweep(w)
  expect(await decision()).toMatchObject({ card: 'red', due_on: '2020-02-21' })
  const dying = recountJob(async () => Promise.reject(new Error('killed'))).run(w.parts, w.district_code)
  await expect(dying).rejects.toThrow('killed')
  expect(await decision()).toMatchObject({ card: 'red', due_on: '2020-02-21' })
  await recount(w)
  expect(await decision()).toMatchObject({ due_on: '2020-02-25' })
})

test('a red card that the new calendar makes untrue is taken back, on the dig as well', async () => {
  const { w, promoter, id, decision } = await accepted()
  w.clock.set('2020-02-24T02:00:00Z')
  await sweep(w)
  expect((await promoter.get(`/api/projects/${id}`)).body).toMatchObject({ card: 'red', card_owner: 'authority' })
  await recount(w)
  expect(await decision()).toMatchObject({ card: 'yellow', due_on: '2020-02-25', yellow_on: '2020-02-21' })
  expect((await promoter.get(`/api/projects/${id}`)).body).toMatchObject({ card: 'yellow', card_owner: 'authority' })
})

test('only staff read how the clocks of their district were counted again', async () => {
  const { w, promoter } = await accepted()
  expect((await promoter.get('/api/clocks/recounts')).status).toBe(403)
  expect((await w.as(null).get('/api/clocks/recounts')).status).toBe(401)
})
