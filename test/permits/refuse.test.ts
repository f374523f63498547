import { expect, test } from 'vitest'
import { world } from '../world.ts'
import { accepted, after, applied, clockOf, ok, stageOf, toldTo } from './stage.ts'

const reason = { reason: '与轨道保护区冲突' }

test('a refusal carries its reasons and the rights of appeal with their last days; the dig is planned again and may apply anew', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await after(w, accepted)
  const refused = ok(await scene.authority.post(`${scene.at}/refuse`, reason)).body
  // sixty days end on Friday 1 May, a holiday until the 5th; six months on Wednesday 2 September
  expect(refused).toMatchObject({
    status: 'refused',
    decision_reason: reason.reason,
    appeal: { key: 'appeal.refuse', review_until: '2026-05-06', suit_until: '2026-09-02' },
  })
  expect((await clockOf(scene, 'permit.decision'))!.state).toBe('met')
  expect(await toldTo(w, await w.member('promoter'))).toContain('permit.refused')
  expect(await stageOf(scene)).toBe('planned')
  expect(ok(await scene.promoter.post(`/api/projects/${scene.id}/apply`)).body.reference).toMatch(/-P02$/)
})

test('not accepting is a decision of its own, with reasons and rights of appeal, and no decision clock ever starts', async () => {
  const w = await world()
  const scene = await applied(w)
  expect(ok(await scene.authority.post(`${scene.at}/not-accept`, reason)).body).toMatchObject({
    status: 'not_accepted',
    decision_reason: reason.reason,
    appeal: { key: 'appeal.not_accept' },
  })
  expect((await clockOf(scene, 'permit.acceptance'))!.state).toBe('met')
  expect(await clockOf(scene, 'permit.decision')).toBeUndefined()
  expect(await stageOf(scene)).toBe('planned')
  expect(await toldTo(w, await w.member('promoter'))).toContain('permit.not_accepted')
  ok(await scene.promoter.post(`/api/projects/${scene.id}/apply`))
})

test('neither is possible without a reason', async () => {
  const w = await world()
  const scene = await applied(w)
  expect((await scene.authority.post(`${scene.at}/not-accept`, {})).body.errors[0].pointer).toBe('/reason')
  ok(await scene.authority.post(`${scene.at}/accept-application`))
  expect((await scene.authority.post(`${scene.at}/refuse`, {})).body.errors[0].pointer).toBe('/reason')
})
