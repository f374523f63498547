import { expect, test } from 'vitest'
import { box, ground, idsOf, ok, trench } from './ground.ts'

const around = box(103.9195, 30.5695, 0.004, 0.001)

test("an area is kept under a name, asked by its id, listed and removed, by its organisation's people only", async () => {
  const g = await ground()
  const id = await g.file(trench(103.92, 30.57))
  const saved = await g.w.as(g.planner).post('/api/areas/saved', {
    name: '云杉路一带',
    area: { geometry: around },
    query: { collections: ['projects'], from: '2026-01-01' },
  })
  expect(saved.status, JSON.stringify(saved.body)).toBe(201)
  const area = { saved: saved.body.id }
  expect(idsOf(await g.w.as(g.planner).post('/api/areas/query', { area }))).toEqual([id])
  const { areas } = ok(await g.w.as(g.planner).get('/api/areas/saved')).body
  expect(areas).toMatchObject([
    { id: saved.body.id, name: '云杉路一带', query: { collections: ['projects'], from: '2026-01-01' } },
  ])
  expect(areas[0].bbox[0]).toBeCloseTo(103.9195, 9)
  const other = await g.w.member('planner', { another: true })
  expect(ok(await g.w.as(other).get('/api/areas/saved')).body.areas).toEqual([])
  expect((await g.w.as(other).post('/api/areas/query', { area })).body.errors[0].code).toBe('areas/no-such-saved-area')
  expect((await g.w.as(other).request('DELETE', `/api/areas/saved/${saved.body.id}`)).status).toBe(404)
  expect((await g.w.as(g.planner).request('DELETE', `/api/areas/saved/${saved.body.id}`)).status).toBe(204)
  expect((await g.w.as(g.planner).request('DELETE', `/api/areas/saved/${saved.body.id}`)).status).toBe(404)
  const audited = await g.w.look(({ tx }) =>
    tx.raw<{ action: string }>(
      `select action from audit where district_code = $1 and action like 'area.%' order by at, action`,
      [g.w.district_code],
    ),
  )
  expect(audited.map(({ action }) => action).sort()).toEqual(['area.delete', 'area.save'])
})

test('a line without a buffer is no area to keep; the public keeps none', async () => {
  const g = await ground()
  const line = {
    type: 'LineString',
    coordinates: [
      [103.92, 30.57],
      [103.922, 30.57],
    ],
  }
  const keep = (area: object) => g.w.as(g.planner).post('/api/areas/saved', { name: '线', area })
  expect((await keep({ geometry: line })).body.errors[0]).toMatchObject({ pointer: '/area', code: 'areas/no-surface' })
  expect((await keep({ geometry: line, buffer_m: 10 })).status).toBe(201)
  expect((await g.w.as(null).post('/api/areas/saved', { name: '线', area: { geometry: around } })).status).toBe(401)
  expect((await g.w.as(null).get('/api/areas/saved')).status).toBe(401)
})
