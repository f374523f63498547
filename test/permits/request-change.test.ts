import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import {
  after,
  applied,
  clockOf,
  delivered,
  granted,
  layGas,
  layRoad,
  offered,
  ok,
  police,
  toldTo,
  trench,
  turn,
  workingDay,
  type Scene,
} from './stage.ts'

const longer = { valid_to: '2026-05-20', reason: '雨季影响' }
/** The trench, 20 m further north. */
const moved = {
  type: 'LineString',
  coordinates: [
    [103.92, 30.5702],
    [103.922, 30.5712],
  ],
}
async function begun(w: World): Promise<Scene> {
  const scene = await after(w, delivered)
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
  return scene
}
const ask = ({ promoter, at }: Scene, body: object) => promoter.post(`${at}/request-change`, body)
const decide = async ({ authority }: Scene, id: string, ...moves: string[]) => {
  for (const move of moves)
    ok(await authority.post(`/api/changes/${id}/${move}`, move === 'refuse' ? { reason: '影响学校' } : {}))
}
const permittedGround = ({ w }: Scene) =>
  w.look(({ tx }) =>
    tx.raw<{ source: string; is_open: boolean; moved: boolean }>(
      `select g.source, g.valid_to is null and g.recorded_to is null as is_open, not st_equals(g.geom, p.geom) as moved
         from project_geometry g join dig_project p on p.id = g.project_id
        where g.district_code = $1 and g.life = 'permitted' order by g.recorded_from, g.source`,
      [w.district_code],
    ),
  )

test('a change of period, asked and granted beforehand, moves the permit and the last day of the works (36)', async () => {
  const w = await world()
  const scene = await begun(w)
  expect((await clockOf(scene, 'works.period'))!.due_on).toBe('2026-04-30')
  const asked = ok(await ask(scene, longer)).body
  expect(asked).toMatchObject({ kind: 'change', status: 'submitted', reference: expect.stringMatching(/-P01-C01$/) })
  expect(await clockOf(scene, 'change.acceptance')).toMatchObject({
    owner: 'authority',
    due_on: workingDay('2026-03-10', 5),
  })
  await decide(scene, asked.id, 'accept-application')
  expect(await clockOf(scene, 'change.decision')).toMatchObject({
    owner: 'authority',
    due_on: workingDay('2026-03-10', 20),
  })
  await decide(scene, asked.id, 'grant')
  expect((await clockOf(scene, 'change.decision'))!.state).toBe('met')
  expect((await scene.promoter.get(scene.at)).body).toMatchObject({ valid_from: '2026-03-10', valid_to: '2026-05-20' })
  expect(await clockOf(scene, 'works.period')).toMatchObject({ state: 'running', due_on: '2026-05-20' })
  const periods = await w.look(({ tx }) =>
    tx.raw(
      'select permitted_to from permit_version where district_code = $1 and permitted_to is not null order by version',
      [w.district_code],
    ),
  )
  expect(periods.at(-1)).toEqual({ permitted_to: '2026-05-20' })
  expect(await toldTo(w, await w.member('promoter'))).toContain('change.granted')
  const { events } = (await scene.promoter.get(`/api/projects/${scene.id}/history`)).body
  expect(events.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['change_request.submitted', 'change_request.granted', 'permit.amended']),
  )
})

test('a change of position keeps the ground permitted before, in both times, beside the new one', async () => {
  const w = await world()
  const scene = await begun(w)
  expect(await permittedGround(scene)).toMatchObject([{ is_open: true, moved: false }])
  const { id } = ok(await ask(scene, { geometry: moved, width_m: 1.2, reason: '避让树木' })).body
  await decide(scene, id, 'accept-application', 'grant')
  expect(await permittedGround(scene)).toMatchObject([
    { is_open: false, moved: false },
    { source: expect.stringMatching(/-C01$/), is_open: true, moved: true },
  ])
})

test('new ground passes the rules of every shape; a change of nothing, or to an impossible period, is refused by the field', async () => {
  const w = await world()
  const scene = await begun(w)
  const fault = async (body: object) => (await ask(scene, body)).body.errors[0]
  expect((await fault({ geometry: moved, reason: '没有宽度' })).pointer).toMatch(/^\/(geometry|width_m)/)
  expect(await fault({ reason: '什么也不变' })).toMatchObject({ code: 'permits/change-empty' })
  expect(await fault({ valid_to: '2026-03-01', reason: '已过去' })).toMatchObject({ code: 'permits/period-invalid' })
  expect(await fault({ valid_from: '2026-03-20', reason: '已开工' })).toMatchObject({
    code: 'permits/change-after-the-fact',
  })
  expect((await fault({ valid_to: '2026-05-20' })).pointer).toBe('/reason')
})

test('asked after the period is over, or after the works are done, it is refused with that reason, and the page says so (36)', async () => {
  const w = await world()
  const scene = await begun(w)
  const done = await world()
  const finished = await begun(done)
  const [site] = (await finished.promoter.get(`/api/projects/${finished.id}`)).body.sites
  for (const path of [
    `/api/sites/${site.id}/open`,
    `/api/sites/${site.id}/backfill`,
    `/api/projects/${finished.id}/complete`,
  ])
    ok(await finished.promoter.post(path))
  expect((await ask(finished, longer)).body.code).toBe('permits/change-after-the-fact')
  w.clock.set('2026-05-01T02:00:00Z')
  expect((await ask(scene, longer)).body.code).toBe('permits/change-after-the-fact')
  await turn(w)
  expect((await ask(scene, longer)).body.code).toBe('permits/change-after-the-fact')
  expect(await offered(scene.promoter, scene.id, 'change_request.submit')).toMatchObject({
    allowed: false,
    reason: 'permits/change-after-the-fact',
  })
})

test('a refusal leaves the permit as it was; silence never grants: it is accepted by the sixth day, and then waits', async () => {
  const w = await world()
  const scene = await begun(w)
  const { id } = ok(await ask(scene, longer)).body
  expect((await ask(scene, longer)).body.code).toBe('permits/change-open')
  w.clock.set(`${workingDay('2026-03-10', 5)}T10:00:00Z`)
  await turn(w)
  expect((await scene.promoter.get(`/api/changes/${id}`)).body.status).toBe('submitted')
  w.clock.set(`${workingDay('2026-03-10', 6)}T02:00:00Z`)
  await turn(w)
  expect((await scene.promoter.get(`/api/changes/${id}`)).body.status).toBe('application_accepted')
  w.clock.set('2026-04-29T02:00:00Z')
  await turn(w)
  await decide(scene, id, 'refuse')
  expect((await scene.promoter.get(`/api/changes/${id}`)).body).toMatchObject({
    status: 'refused',
    decision_reason: '影响学校',
  })
  expect((await scene.promoter.get(scene.at)).body.valid_to).toBe('2026-04-30')
  expect(ok(await ask(scene, longer)).body.reference).toMatch(/-C02$/)
})

test("new ground inside a road's no-dig years needs the approval of the county government, as a grant does (33)", async () => {
  const w = await world()
  await w.member('authority')
  const scene = await after(w, granted)
  await layRoad(w, '2025-06-01')
  const { id } = ok(await ask(scene, { geometry: moved, width_m: 60, reason: '扩大范围' })).body
  await decide(scene, id, 'accept-application')
  const refused = await scene.authority.post(`/api/changes/${id}/grant`)
  expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'permits/moratorium-approval-missing'])
})

test('only its promoter asks and takes back, only its authority decides; a lost race is told; all of it is on record', async () => {
  const w = await world()
  const scene = await after(w, granted)
  const stranger = w.as(await w.member('promoter', { another: true }))
  expect((await ask({ ...scene, promoter: stranger }, longer)).status).toBe(404)
  expect((await ask({ ...scene, promoter: scene.authority }, longer)).status).toBe(403)
  expect((await scene.promoter.post(`${scene.at}/request-change`, longer, { 'if-match': '"1"' })).body.code).toBe(
    'permits/changed-since',
  )
  const { id, version } = ok(await ask(scene, longer)).body
  const at = `/api/changes/${id}`
  expect((await stranger.get(at)).status).toBe(404)
  expect((await scene.promoter.post(`${at}/accept-application`)).body.code).toBe('permits/not-your-move')
  expect((await w.as(await police(w)).post(`${at}/accept-application`)).body.code).toBe('permits/other-authority')
  expect((await scene.authority.post(`${at}/grant`)).body.code).toBe('permits/wrong-state')
  expect(
    (await scene.authority.post(`${at}/accept-application`, {}, { 'if-match': `"${version - 1}"` })).body.code,
  ).toBe('permits/changed-since')
  expect(ok(await scene.promoter.post(`${at}/cancel`)).body.status).toBe('cancelled')
  expect((await clockOf(scene, 'change.acceptance'))!.state).toBe('met')
  const audits = await w.look(({ tx }) =>
    tx.raw(`select action from audit where district_code = $1 and action like 'change_request.%' order by action`, [
      w.district_code,
    ]),
  )
  expect(audits).toEqual([{ action: 'change_request.cancel' }, { action: 'change_request.submit' }])
})

test('nothing is asked of a permit that does not stand; what was asked falls with it', async () => {
  const w = await world()
  const open = await applied(w)
  expect((await ask(open, longer)).body.code).toBe('permits/wrong-state')
  const scene = await after(w, granted)
  const { id } = ok(await ask(scene, longer)).body
  ok(await scene.authority.post(`${scene.at}/revoke`, { reason: '隐瞒', basis: '行政许可法 第69条' }))
  expect((await scene.promoter.get(`/api/changes/${id}`)).body.status).toBe('cancelled')
  expect((await clockOf(scene, 'change.acceptance'))!.state).toBe('cancelled')
})

test('a granted change of the ground asks the utilities anew, about the new one; one of the period alone asks nobody', async () => {
  const w = await world()
  const gas = await layGas(w)
  const scene = await after(w, delivered)
  await w.relay()
  const asked = async () =>
    ((await gas.get('/api/requests?limit=10')).body.requests as { id: string; status: string }[]).map(
      ({ status }) => status,
    )
  const [first] = (await gas.get('/api/requests?limit=10')).body.requests as { id: string }[]
  ok(await gas.post(`/api/requests/${first!.id}/answer`, { response_code: 'clear' }))
  await decide(scene, ok(await ask(scene, longer)).body.id, 'accept-application', 'grant')
  await w.relay()
  expect(await asked()).toEqual(['answered'])
  expect(await offered(scene.promoter, scene.id, 'works.start')).not.toMatchObject({
    reason: 'works/utilities-unanswered',
  })
  const near = { ...trench, coordinates: trench.coordinates.map(([lng, lat]) => [lng!, lat! + 0.00002]) }
  await decide(
    scene,
    ok(await ask(scene, { geometry: near, width_m: 1.2, reason: '避让管线' })).body.id,
    'accept-application',
    'grant',
  )
  await w.relay()
  expect((await asked()).toSorted()).toEqual(['open', 'superseded'])
  w.clock.set('2026-03-10T02:00:00Z')
  expect((await scene.promoter.post(`/api/projects/${scene.id}/start`)).body.code).toBe('works/utilities-unanswered')
})
