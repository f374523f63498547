import { expect, test } from 'vitest'
import { permitJobs } from '../../server/permits/jobs.ts'
import { sweepJob } from '../../server/clocks/sweep.ts'
import { refold } from '../../server/projects/refold.ts'
import { world, type World } from '../world.ts'

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
  planned_from: '2026-03-10',
  planned_to: '2026-04-30',
}
const calendar = (w: World) => permitJobs[0]!.run(w.parts, w.district_code)
const sweep = (w: World) =>
  sweepJob(async (ctx, clock) => {
    if (clock.project_id) await refold(ctx, { district_code: clock.district_code, id: clock.project_id })
  }).run(w.parts, w.district_code)

async function applied(w: World) {
  const authority = w.as(await w.member('authority'))
  const promoter = w.as(await w.member('promoter'))
  const id = (await promoter.post('/api/projects', plan)).body.id as string
  const permit = (await promoter.post(`/api/projects/${id}/apply`)).body.id as string
  return { authority, promoter, id, permit }
}

test('an application unanswered for five working days is deemed accepted on the sixth, not before (行政许可法 32)', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const { authority, permit } = await applied(w)
  w.clock.set('2026-03-09T10:00:00Z')
  await calendar(w)
  expect((await authority.get(`/api/permits/${permit}`)).body.status).toBe('submitted')
  w.clock.set('2026-03-10T02:00:00Z')
  await calendar(w)
  expect((await authority.get(`/api/permits/${permit}`)).body.status).toBe('application_accepted')
})

test('a permit that nobody used lapses after its last day, and the dig with it', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const { authority, promoter, id, permit } = await applied(w)
  for (const move of ['accept-application', 'grant', 'deliver']) await authority.post(`/api/permits/${permit}/${move}`)
  w.clock.set('2026-04-30T10:00:00Z')
  await calendar(w)
  expect((await promoter.get(`/api/projects/${id}`)).body.stage).toBe('permitted')
  w.clock.set('2026-05-01T02:00:00Z')
  await calendar(w)
  expect((await promoter.get(`/api/projects/${id}`)).body.stage).toBe('lapsed')
})

test('the card turns yellow, then red, once each, and names the authority as late', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const { authority, promoter, id, permit } = await applied(w)
  await authority.post(`/api/permits/${permit}/accept-application`)
  const { due_on, yellow_on } = (await promoter.get(`/api/projects/${id}`)).body.clocks.find(
    (c: { kind: string }) => c.kind === 'permit.decision',
  )
  for (const [day, card] of [
    [yellow_on, 'yellow'],
    [due_on, 'yellow'],
  ] as const) {
    w.clock.set(`${day}T02:00:00Z`)
    await sweep(w)
    await sweep(w)
    expect((await promoter.get(`/api/projects/${id}`)).body).toMatchObject({ card, card_owner: 'authority' })
  }
  w.clock.add(24)
  await sweep(w)
  await sweep(w)
  expect((await promoter.get(`/api/projects/${id}`)).body).toMatchObject({ card: 'red', card_owner: 'authority' })
  const turned = await w.look(({ tx }) =>
    tx.raw<{ type: string }>(
      `select type from event where district_code = $1 and type like 'clock.turned%' order by at`,
      [w.district_code],
    ),
  )
  expect(turned.map((event) => event.type)).toEqual(['clock.turned_yellow', 'clock.turned_red'])
  await authority.post(`/api/permits/${permit}/grant`)
  expect((await promoter.get(`/api/projects/${id}`)).body.card).toBe('none')
})

test('a hearing pauses the decision clock with its basis; its days are not counted (行政许可法 45)', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const { authority, promoter, id, permit } = await applied(w)
  await authority.post(`/api/permits/${permit}/accept-application`)
  const decision = async () =>
    (await promoter.get(`/api/projects/${id}`)).body.clocks.find((c: { kind: string }) => c.kind === 'permit.decision')
  const before = (await decision()).due_on
  await authority.post(`/api/permits/${permit}/start-special-procedure`, {
    kind: 'hearing',
    expected_until: '2026-03-20',
    reason: '需组织评审',
  })
  expect(await decision()).toMatchObject({ state: 'paused', card: 'none' })
  w.clock.set('2026-03-06T02:00:00Z')
  await authority.post(`/api/permits/${permit}/end-special-procedure`)
  const after = await decision()
  expect(after.state).toBe('running')
  expect(after.due_on > before).toBe(true)
})

test("the promoter's people are told of a grant in the grant's own transaction", async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const { authority, permit } = await applied(w)
  for (const move of ['accept-application', 'grant']) await authority.post(`/api/permits/${permit}/${move}`)
  const told = await w.look(({ tx }) =>
    tx.raw<{ template: string }>(`select template from message where district_code = $1 order by template`, [
      w.district_code,
    ]),
  )
  expect(told.map((message) => message.template)).toEqual(['permit.accepted', 'permit.granted', 'permit.submitted'])
})
