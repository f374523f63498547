import { expect, test } from 'vitest'
import { audits, fileDig, near } from '../projects/dig.ts'
import { world } from '../world.ts'

const failed = { outcome: 'failed_low', findings: [{ code: 'bare_soil' }], position: near }

test('a withdrawn visit stays readable, says why, and takes its open rectification and the card with it', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const inspector = await w.member('inspector')
  const made = (await w.as(inspector).post('/api/inspections', { project_id: id, ...failed })).body
  w.clock.set('2026-03-20T02:00:00Z')
  const at = `/api/inspections/${made.id}/withdraw`
  const done = await w.as(inspector).post(at, { reason: '工段记错了' }, { 'if-match': '"1"' })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  expect(done.body).toMatchObject({
    outcome: 'failed_low',
    withdrawn_reason: '工段记错了',
    withdrawn_at: '2026-03-20T02:00:00.000Z',
    version: 2,
  })
  expect((await w.as(promoter).get(`/api/rectifications/${made.rectification_id}`)).body).toMatchObject({
    status: 'withdrawn',
    clock_state: 'cancelled',
    card: 'none',
  })
  expect(await audits(w, 'inspection.withdraw')).toMatchObject([{ actor_id: inspector.id, reason: '工段记错了' }])
  const again = await w.as(inspector).post(at, { reason: '再撤一次' })
  expect([again.status, again.body.code]).toEqual([409, 'inspections/wrong-state'])
})

test('only the organisation that recorded a visit withdraws it, with a reason, from the version it saw', async () => {
  const w = await world()
  const { promoter, authority, id } = await fileDig(w)
  const inspector = await w.member('inspector')
  const made = (await w.as(inspector).post('/api/inspections', { project_id: id, ...failed })).body
  const at = `/api/inspections/${made.id}/withdraw`
  const reason = { reason: '错' }
  const stranger = await w.member('promoter', { another: true })
  expect((await w.as(stranger).post(at, reason)).status).toBe(404)
  expect((await w.as(null).post(at, reason)).status).toBe(404)
  expect((await w.as(promoter).post(at, reason)).body.code).toBe('inspections/not-your-move')
  expect((await w.as(authority).post(at, reason)).body.code).toBe('inspections/other-organisation')
  expect((await w.as(inspector).post(at, { reason: ' ' })).status).toBe(422)
  expect((await w.as(inspector).post(at, reason, { 'if-match': '"7"' })).body.code).toBe('inspections/changed-since')
  expect((await w.as(inspector).get(`/api/inspections/${made.id}`)).body.actions).toMatchObject([
    { name: 'inspection.withdraw', allowed: true },
  ])
  const both = await Promise.all([1, 2].map(() => w.as(inspector).post(at, reason, { 'if-match': '"1"' })))
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
  expect(await audits(w, 'inspection.withdraw')).toHaveLength(1)
})

test('a re-inspection that decided a rectification is not taken back', async () => {
  const w = await world()
  const { id } = await fileDig(w)
  const inspector = await w.member('inspector')
  const made = (await w.as(inspector).post('/api/inspections', { project_id: id, ...failed })).body
  const follow = await w
    .as(inspector)
    .post('/api/inspections', { follows_rectification_id: made.rectification_id, outcome: 'passed', position: near })
  expect(follow.body).toMatchObject({ category: 'follow_up', project_id: id })
  const answer = await w.as(inspector).post(`/api/inspections/${follow.body.id}/withdraw`, { reason: '错' })
  expect([answer.status, answer.body.code]).toEqual([409, 'inspections/acted-upon'])
  expect(follow.body.actions).toMatchObject([{ allowed: false, reason: 'inspections/acted-upon' }])
})
