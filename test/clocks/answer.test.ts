import { expect, test } from 'vitest'
import { sweepJob } from '../../server/clocks/sweep.ts'
import { refold } from '../../server/projects/refold.ts'
import { world, type World } from '../world.ts'

const plan = {
  name: '答复路给水管',
  kind: 'pipeline_works',
  geometry: {
    type: 'LineString',
    coordinates: [
      [103.93, 30.57],
      [103.932, 30.571],
    ],
  },
  width_m: 1,
  planned_from: '2026-04-10',
  planned_to: '2026-06-30',
}
const sweep = (w: World) =>
  sweepJob(async (ctx, clock) => refold(ctx, { district_code: clock.district_code, id: clock.project_id! })).run(
    w.parts,
    w.district_code,
  )

/** An application whose decision is one day late: its clock is red, and the authority's. */
async function late() {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const authority = w.as(await w.member('authority'))
  const promoter = w.as(await w.member('promoter'))
  const id = (await promoter.post('/api/projects', plan)).body.id as string
  const permit = (await promoter.post(`/api/projects/${id}/apply`)).body.id as string
  await authority.post(`/api/permits/${permit}/accept-application`)
  w.clock.set('2026-04-01T02:00:00Z')
  await sweep(w)
  const clocks = (await authority.get(`/api/projects/${id}`)).body.clocks
  const clock = clocks.find((c: { kind: string }) => c.kind === 'permit.decision')
  return { w, authority, promoter, id, permit, clock, path: `/api/clocks/${clock.id}` }
}

test('who holds the ball acknowledges a card once, with an audit row and a line in the ledger', async () => {
  const { w, authority, clock, path } = await late()
  expect(clock).toMatchObject({ card: 'red', acknowledged_at: null })
  const answer = await authority.post(`${path}/acknowledge`, {}, { 'if-match': `"${clock.version}"` })
  expect(answer.status).toBe(200)
  expect(answer.body.acknowledged_at).not.toBeNull()
  expect(answer.body.versions.at(-1)).toMatchObject({ cause: 'acknowledged', card: 'red' })
  expect(await authority.post(`${path}/acknowledge`)).toMatchObject({
    status: 409,
    body: { code: 'clocks/acknowledged-before' },
  })
  const audits = await w.look(({ tx }) =>
    tx.raw('select action from audit where district_code = $1 and action = $2', [w.district_code, 'clock.acknowledge']),
  )
  expect(audits).toHaveLength(1)
})

test('what an authority says of its lateness is public, without an account', async () => {
  const { w, authority, permit, path, id } = await late()
  const explained = await authority.post(`${path}/explain`, { explanation: '专家评审排期延误，已增派人手。' })
  expect(explained.status).toBe(200)
  expect((await w.as(null).get('/api/clocks/explanations')).body.explanations).toEqual([])
  await authority.post(`/api/permits/${permit}/grant`, { valid_from: '2026-04-10', valid_to: '2026-06-30' })
  const { explanations } = (await w.as(null).get('/api/clocks/explanations')).body
  expect(explanations).toMatchObject([
    { project_id: id, kind: 'permit.decision', explanation: '专家评审排期延误，已增派人手。' },
  ])
})

test('nobody answers for a card that is not theirs, and strangers do not learn that it exists', async () => {
  const { w, promoter, path } = await late()
  expect(await promoter.post(`${path}/acknowledge`)).toMatchObject({
    status: 403,
    body: { code: 'clocks/not-your-clock' },
  })
  const stranger = w.as(await w.member('promoter', { another: true }))
  const forStranger = await stranger.post(`${path}/acknowledge`)
  const forNobody = await stranger.post('/api/clocks/clk_600000_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c/acknowledge')
  expect(forStranger.status).toBe(404)
  expect(forStranger.body.code).toBe(forNobody.body.code)
  expect((await w.as(null).get(path)).status).toBe(404)
})

test('a clock in time has nothing to explain, and a stale version loses the race', async () => {
  const { authority, permit, id, clock, path } = await late()
  expect(await authority.post(`${path}/acknowledge`, {}, { 'if-match': `"${clock.version - 1}"` })).toMatchObject({
    status: 409,
    body: { code: 'clocks/changed-since' },
  })
  await authority.post(`/api/permits/${permit}/grant`, { valid_from: '2026-04-10', valid_to: '2026-06-30' })
  const delivery = (await authority.get(`/api/projects/${id}`)).body.clocks.find(
    (c: { kind: string }) => c.kind === 'permit.delivery',
  )
  expect(await authority.post(`/api/clocks/${delivery.id}/explain`, { explanation: '没有迟延' })).toMatchObject({
    status: 409,
    body: { code: 'clocks/not-late' },
  })
})

test('a pause is a line in the ledger with its legal ground, and a clock says what it will turn and when', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const authority = w.as(await w.member('authority'))
  const promoter = w.as(await w.member('promoter'))
  const id = (await promoter.post('/api/projects', plan)).body.id as string
  const permit = (await promoter.post(`/api/projects/${id}/apply`)).body.id as string
  await authority.post(`/api/permits/${permit}/accept-application`)
  const decision = async () =>
    (await authority.get(`/api/projects/${id}`)).body.clocks.find((c: { kind: string }) => c.kind === 'permit.decision')
  const before = await decision()
  expect(before.forecast).toEqual({ card: 'yellow', on: before.yellow_on })
  w.clock.set('2026-03-05T02:00:00Z')
  await authority.post(`/api/permits/${permit}/start-special-procedure`, {
    kind: 'expert_review',
    expected_until: '2026-12-31',
    reason: '需组织评审',
  })
  expect((await decision()).forecast).toBeNull()
  w.clock.set('2026-03-10T02:00:00Z')
  await authority.post(`/api/permits/${permit}/end-special-procedure`)
  const { versions, pauses, due_on } = (await authority.get(`/api/clocks/${before.id}`)).body
  expect(versions.map((v: { cause: string }) => v.cause)).toEqual(['started', 'paused', 'resumed'])
  expect(versions.slice(0, 2).every((v: { valid_to: string | null }) => v.valid_to !== null)).toBe(true)
  expect(pauses).toMatchObject([{ basis_zh: expect.stringContaining('行政许可法') }])
  expect(due_on > before.due_on).toBe(true)
})
