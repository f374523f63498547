import { expect, test } from 'vitest'
import { after, delivered, layLine, offered, ok } from '../permits/stage.ts'
import { world } from '../world.ts'

test('near an oil or gas pipeline works start seven days after its operator was told, and not a day sooner (石油天然气管道保护法 37)', async () => {
  const w = await world({ now: '2026-03-05T02:00:00Z' })
  const operator = await layLine(w, 'oil')
  const scene = await after(w, delivered)
  await w.relay()
  const { requests } = (await operator.get('/api/requests?status=open&limit=10')).body as { requests: { id: string }[] }
  ok(await operator.post(`/api/requests/${requests[0]!.id}/answer`, { response_code: 'clear' }))
  const start = () => scene.promoter.post(`/api/projects/${scene.id}/start`)
  w.clock.set('2026-03-11T02:00:00Z')
  expect((await start()).body.code).toBe('works/notice-running')
  expect(await offered(scene.promoter, scene.id, 'works.start')).toMatchObject({
    allowed: false,
    reason: 'works/notice-running',
  })
  w.clock.set('2026-03-12T02:00:00Z')
  ok(await start())
})

test('a line of another kind asks for no days between notice and start', async () => {
  const w = await world({ now: '2026-03-10T02:00:00Z' })
  const operator = await layLine(w, 'gas')
  const scene = await after(w, delivered)
  await w.relay()
  const { requests } = (await operator.get('/api/requests?status=open&limit=10')).body as { requests: { id: string }[] }
  ok(await operator.post(`/api/requests/${requests[0]!.id}/answer`, { response_code: 'clear' }))
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
})
