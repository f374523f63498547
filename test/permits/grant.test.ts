import { expect, test } from 'vitest'
import { world } from '../world.ts'
import {
  accepted,
  after,
  applied,
  clockOf,
  delivered,
  layGas,
  layRoad,
  offered,
  ok,
  stageOf,
  workingDay,
} from './stage.ts'

test("utilities' silence does not make the authority late: it grants in time, and the start waits for their answers (45)", async () => {
  const w = await world()
  await layGas(w)
  const scene = await after(w, accepted)
  await w.relay()
  expect(await clockOf(scene, 'utility.response')).toMatchObject({ owner: 'utility', state: 'running' })
  expect(await offered(scene.authority, scene.id, 'permit.grant')).toMatchObject({ allowed: true, reason: null })
  for (const move of ['grant', 'deliver']) ok(await scene.authority.post(`${scene.at}/${move}`))
  expect((await clockOf(scene, 'permit.decision'))!.state).toBe('met')
  w.clock.set('2026-03-10T02:00:00Z')
  expect((await scene.promoter.post(`/api/projects/${scene.id}/start`)).body.code).toBe('works/utilities-unanswered')
  expect(await offered(scene.promoter, scene.id, 'works.start')).toMatchObject({
    allowed: false,
    reason: 'works/utilities-unanswered',
  })
  const authority = scene.authority
  const [request] = (await authority.get(`/api/requests?project_id=${scene.id}`)).body.requests
  ok(await authority.post(`/api/requests/${request.id}/waive`, { reason: '多次催告未答复' }))
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
})

test("inside a road's no-dig years nothing is granted without the approval of the county government (33); outside them it is", async () => {
  const w = await world()
  await w.member('authority')
  await layRoad(w, '2024-01-01')
  const scene = await after(w, accepted)
  const [consent] = (await scene.promoter.get(scene.at)).body.consents
  ok(await scene.authority.post(`/api/consents/${consent.id}/give`))
  expect((await scene.authority.post(`${scene.at}/grant`)).body.errors[0].code).toBe(
    'permits/moratorium-approval-missing',
  )
  await w.look(({ tx }) =>
    tx.raw(`update road_segment set handed_over_on = '2015-01-01' where district_code = $1`, [w.district_code]),
  )
  ok(await scene.authority.post(`${scene.at}/grant`))
})

test('a grant is for a possible period, opens the planned ground, and must be delivered within ten working days (44)', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await after(w, accepted)
  const fault = (await scene.authority.post(`${scene.at}/grant`, { valid_from: '2026-03-10', valid_to: '2026-03-05' }))
    .body
  expect(fault.errors[0].code).toBe('permits/period-invalid')
  ok(await scene.authority.post(`${scene.at}/grant`, { conditions: ['夜间施工'] }))
  expect(await stageOf(scene)).toBe('permitted')
  expect(await clockOf(scene, 'permit.delivery')).toMatchObject({
    due_on: workingDay('2026-03-02', 10),
    statutory_limit: 10,
  })
  const ground = await w.look(({ tx }) =>
    tx.raw(
      `select g.source like '%-P01' as of_permit, st_equals(g.geom, p.geom) as planned from project_geometry g join dig_project p on p.id = g.project_id
        where g.district_code = $1 and g.life = 'permitted' and g.valid_to is null and g.recorded_to is null`,
      [w.district_code],
    ),
  )
  expect(ground).toEqual([{ of_permit: true, planned: true }])
})

test('a supplement is asked once and as a whole; the clock of acceptance stops for it and starts anew (32)', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await applied(w)
  expect(await clockOf(scene, 'permit.acceptance')).toMatchObject({ due_on: workingDay('2026-03-02', 5) })
  ok(await scene.authority.post(`${scene.at}/request-supplement`, { items: ['方案'] }))
  expect((await clockOf(scene, 'permit.supplement'))!.owner).toBe('promoter')
  w.clock.set('2026-03-04T02:00:00Z')
  ok(await scene.promoter.post(`${scene.at}/supplement`))
  expect(await clockOf(scene, 'permit.acceptance')).toMatchObject({
    state: 'running',
    due_on: workingDay('2026-03-04', 5),
  })
  expect((await scene.authority.post(`${scene.at}/request-supplement`, { items: ['再一份'] })).body.code).toBe(
    'permits/supplement-asked-once',
  )
})

test('works start when the permit is delivered and inside its period, and at no other time', async () => {
  const w = await world()
  const scene = await after(w, accepted)
  const start = () => scene.promoter.post(`/api/projects/${scene.id}/start`)
  expect((await start()).body.code).toBe('works/permit-not-delivered')
  for (const move of delivered.slice(1)) ok(await scene.authority.post(`${scene.at}/${move}`))
  expect((await start()).body.code).toBe('works/before-validity')
  w.clock.set('2026-05-01T02:00:00Z')
  expect((await start()).body.code).toBe('works/after-validity')
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await start())
})
