import { randomUUID } from 'node:crypto'
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
  name: '测试路给水管',
  kind: 'pipeline_works',
  geometry: trench,
  width_m: 1.2,
  planned_from: '2026-03-02',
  planned_to: '2026-04-30',
}

test('a repeated request with the same key gets the first answer and writes nothing again', async () => {
  const w = await world()
  await w.member('authority')
  const promoter = w.as(await w.member('promoter'))
  const key = { 'idempotency-key': randomUUID() }
  const first = await promoter.post('/api/projects', plan, key)
  const second = await promoter.post('/api/projects', plan, key)
  expect(second.status).toBe(201)
  expect(second.body.id).toBe(first.body.id)
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect((await promoter.get('/api/projects')).body.projects).toHaveLength(1)
})

test('the same key with another body is refused; a refused request leaves its key free', async () => {
  const w = await world()
  await w.member('authority')
  const promoter = w.as(await w.member('promoter'))
  const key = { 'idempotency-key': randomUUID() }
  expect((await promoter.post('/api/projects', { ...plan, planned_to: '2020-01-01' }, key)).status).toBe(422)
  expect((await promoter.post('/api/projects', plan, key)).status).toBe(201)
  expect((await promoter.post('/api/projects', { ...plan, name: '别的' }, key)).body.code).toBe(
    'http/idempotency-key-reused',
  )
})

test('two at once with one key make one project', async () => {
  const w = await world()
  await w.member('authority')
  const promoter = w.as(await w.member('promoter'))
  const key = { 'idempotency-key': randomUUID() }
  const answers = await Promise.all([1, 2, 3].map(() => promoter.post('/api/projects', plan, key)))
  expect(answers.filter((a) => a.status === 201).length).toBeGreaterThan(0)
  expect((await promoter.get('/api/projects')).body.projects).toHaveLength(1)
})
