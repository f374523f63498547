import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { world, type Member, type World } from '../world.ts'

const trench = {
  type: 'LineString',
  coordinates: [
    [103.92, 30.57],
    [103.922, 30.571],
  ],
}
const plan = {
  name: '测试路给水管',
  kind: 'pipeline_works',
  geometry: trench,
  width_m: 1.2,
  depth_m: 1.5,
  planned_from: '2026-03-02',
  planned_to: '2026-04-30',
}
const gasLine = {
  type: 'LineString',
  coordinates: [
    [103.92, 30.57003],
    [103.922, 30.57103],
  ],
}

async function lay(w: World, owner: Member, geometry: object): Promise<void> {
  await w.look(({ tx }) =>
    tx.raw(
      `insert into network_segment (district_code, id, utility_id, theme, geom, geom_3857, length_m, updated_at)
       values ($1, $2, $3, 'gas', st_setsrid(st_geomfromgeojson($4), 4490), st_transform(st_setsrid(st_geomfromgeojson($4), 4490), 3857), st_length((st_setsrid(st_geomfromgeojson($4), 4490))::geography), now())`,
      [w.district_code, randomUUID(), owner.organisation_id, JSON.stringify(geometry)],
    ),
  )
}
async function applied(w: World): Promise<{ promoter: Member; gas: Member; id: string; permit: string }> {
  await w.member('authority')
  const promoter = await w.member('promoter')
  const gas = await w.member('utility', { utility_kind: 'gas' })
  await lay(w, gas, gasLine)
  const id = (await w.as(promoter).post('/api/projects', plan)).body.id
  const permit = (await w.as(promoter).post(`/api/projects/${id}/apply`)).body.id
  await w.relay()
  return { promoter, gas, id, permit }
}

test("an application near a gas line asks its owner, on a clock that is the utility's to keep", async () => {
  const w = await world()
  const { gas, promoter, id } = await applied(w)
  const { requests } = (await w.as(gas).get('/api/requests')).body
  expect(requests).toMatchObject([{ status: 'open', project_name: plan.name, segments: 1 }])
  expect(requests[0].nearest_m).toBeGreaterThan(1)
  expect(requests[0].nearest_m).toBeLessThan(4)
  const { clocks } = (await w.as(promoter).get(`/api/projects/${id}`)).body
  expect(clocks.find((clock: { kind: string }) => clock.kind === 'utility.response')).toMatchObject({
    owner: 'utility',
    state: 'running',
  })
  expect((await w.as(gas).get('/api/desk')).body.items).toMatchObject([
    { kind: 'utility.response', title_zh: plan.name },
  ])
})

test("works do not start while a utility is silent; an answer that closes opens the gate, a site meeting doesn't", async () => {
  const w = await world()
  const { promoter, gas, id, permit } = await applied(w)
  const authority = w.as(await w.member('authority'))
  for (const name of ['accept-application', 'grant', 'deliver'])
    expect((await authority.post(`/api/permits/${permit}/${name}`)).status).toBe(200)
  expect((await w.as(promoter).post(`/api/projects/${id}/start`)).body.code).toBe('works/utilities-unanswered')
  const [request] = (await w.as(gas).get('/api/requests')).body.requests
  expect((await w.as(gas).post(`/api/requests/${request.id}/answer`, { response_code: 'no_such' })).status).toBe(422)
  expect(
    (await w.as(gas).post(`/api/requests/${request.id}/answer`, { response_code: 'site_meeting' })).body.status,
  ).toBe('partially_answered')
  expect((await w.as(promoter).post(`/api/projects/${id}/start`)).body.code).toBe('works/utilities-unanswered')
  expect((await w.as(gas).post(`/api/requests/${request.id}/answer`, { response_code: 'marked' })).body.status).toBe(
    'answered',
  )
  expect((await w.as(promoter).post(`/api/projects/${id}/start`)).status).toBe(200)
})

test("another utility's request is 404, and only the utility asked may answer", async () => {
  const w = await world()
  const { gas, promoter } = await applied(w)
  const [request] = (await w.as(gas).get('/api/requests')).body.requests
  const water = await w.member('utility', { another: true, utility_kind: 'water' })
  expect((await w.as(water).get(`/api/requests/${request.id}`)).status).toBe(404)
  expect((await w.as(water).post(`/api/requests/${request.id}/answer`, { response_code: 'clear' })).status).toBe(404)
  expect((await w.as(promoter).post(`/api/requests/${request.id}/answer`, { response_code: 'clear' })).status).toBe(403)
})

test('a check before applying names the line, its distance and the rule that protects it, and stores nothing', async () => {
  const w = await world()
  const gas = await w.member('utility', { utility_kind: 'gas' })
  await lay(w, gas, gasLine)
  const promoter = w.as(await w.member('promoter'))
  const { hits } = (await promoter.post('/api/clashes/check', { geometry: trench, width_m: 1.2, buffer_m: 10 })).body
  expect(hits).toMatchObject([{ theme: 'gas', protected: true, protection_m: 5, layer: 'networks' }])
  expect((await promoter.post('/api/clashes/check', { geometry: trench, buffer_m: 10, colour: 'red' })).status).toBe(
    422,
  )
  expect((await w.as(null).post('/api/clashes/check', { geometry: trench })).status).toBe(401)
})
