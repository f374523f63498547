import { expect, test } from 'vitest'
import { accepted, after, applied, delivered, ok } from '../permits/stage.ts'
import { world } from '../world.ts'

test('a matter tells when its card turns, which dig it is of, and the application that is ours to decide', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await applied(w)
  const { items, total } = (await scene.authority.get('/api/desk')).body
  expect(total).toBe(1)
  expect(items).toMatchObject([
    {
      kind: 'permit.acceptance',
      project_id: scene.id,
      project_kind: 'pipeline_works',
      is_mine: true,
      forecast: { card: 'yellow' },
      permit: { id: scene.permit, status: 'submitted' },
    },
  ])
})

test("an authority sees its own matters, and everybody's when it asks; another's application is not its to decide", async () => {
  const w = await world()
  const scene = await applied(w)
  const other = w.as(await w.member('authority', { another: true }))
  expect((await other.get('/api/desk')).body.items).toEqual([])
  expect((await other.get('/api/desk?whose=all')).body.items).toMatchObject([{ is_mine: false, permit: null }])
  expect((await scene.promoter.get('/api/desk?whose=all')).body.items).toEqual([])
  expect((await w.as(null).get('/api/desk')).status).toBe(401)
})

test('how many matters there are is told when only the most urgent are shown', async () => {
  const w = await world()
  await applied(w)
  const { authority } = await applied(w)
  const { items, total } = (await authority.get('/api/desk?limit=1')).body
  expect([items.length, total]).toEqual([1, 2])
})

test('a builder sees for each dig what may be done, or why not yet, and whose clock turns when', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const waiting = await after(w, accepted)
  const early = await after(w, delivered)
  const { digs } = ok(await waiting.promoter.get('/api/desk/digs')).body
  const of = (id: string) => digs.find((dig: { id: string }) => dig.id === id)
  expect(of(waiting.id).clocks).toMatchObject([
    { kind: 'permit.decision', owner: 'authority', is_mine: false, forecast: { card: 'yellow' } },
  ])
  expect(of(early.id).actions).toContainEqual({ name: 'works.start', allowed: false, reason: 'works/before-validity' })
  expect((await w.as(await w.member('promoter', { another: true })).get('/api/desk/digs')).body.digs).toEqual([])
  expect((await waiting.authority.get('/api/desk/digs')).body.digs).toEqual([])
})
