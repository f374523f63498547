import { expect, test } from 'vitest'
import { world } from '../world.ts'

const trench = {
  type: 'LineString',
  coordinates: [
    [103.92, 30.57],
    [103.922, 30.571],
  ],
}
const plan = {
  name: '测试路燃气管',
  kind: 'pipeline_works',
  geometry: trench,
  width_m: 1.2,
  depth_m: 1.5,
  planned_from: '2026-04-01',
  planned_to: '2026-05-01',
}

test('a promoter files a plan and reads it back, planned, with its sites and its next moves', async () => {
  const w = await world()
  await w.member('authority')
  const promoter = await w.member('promoter')
  const created = await w.as(promoter).post('/api/projects', plan)
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  expect(created.body).toMatchObject({ stage: 'planned', card: 'none', name: plan.name })
  expect(created.body.reference).toMatch(new RegExp(`^DP-${w.district_code}-2026-000001$`))
  const read = await w.as(promoter).get(`/api/projects/${created.body.id}`)
  expect(read.status).toBe(200)
  expect(read.body.sites).toHaveLength(1)
  expect(read.body.actions.map((a: { name: string }) => a.name)).toContain('project.cancel')
  const events = await w.as(promoter).get(`/api/projects/${created.body.id}/history`)
  expect(events.body.events.map((e: { type: string }) => e.type)).toEqual(['project.registered'])
})

test("another promoter's planned dig is 404, the same as one that does not exist", async () => {
  const w = await world()
  await w.member('authority')
  const created = await w.as(await w.member('promoter')).post('/api/projects', plan)
  const other = await w.member('promoter', { another: true })
  const hidden = await w.as(other).get(`/api/projects/${created.body.id}`)
  const absent = await w
    .as(other)
    .get(`/api/projects/${created.body.id.slice(0, -1)}${created.body.id.endsWith('0') ? '1' : '0'}`)
  expect(hidden.status).toBe(404)
  expect({ ...hidden.body, request_id: '' }).toEqual({ ...absent.body, request_id: '' })
})

test('a crossing outline is refused with its pointer, in both languages, and nothing is written', async () => {
  const w = await world()
  await w.member('authority')
  const bow = {
    type: 'Polygon',
    coordinates: [
      [
        [103.92, 30.57],
        [103.921, 30.571],
        [103.921, 30.57],
        [103.92, 30.571],
        [103.92, 30.57],
      ],
    ],
  }
  const answer = await w.as(await w.member('promoter')).post('/api/projects', { ...plan, geometry: bow })
  expect(answer.status).toBe(422)
  expect(answer.body.errors[0]).toMatchObject({
    code: 'geometry/self-intersection',
    message_zh: expect.any(String),
    message_en: expect.any(String),
  })
  expect(answer.body.errors[0].pointer).toMatch(/^\/geometry/)
  expect(
    await w.look(({ tx }) => tx.raw('select 1 from dig_project where district_code = $1', [w.district_code])),
  ).toEqual([])
})
