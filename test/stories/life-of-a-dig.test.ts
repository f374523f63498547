import { expect, test } from 'vitest'
import { worksJobs } from '../../server/works/jobs.ts'
import { world, type Answer, type Member, type World } from '../world.ts'

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
  planned_from: '2026-03-10',
  planned_to: '2026-04-30',
}

async function filed(w: World): Promise<{ promoter: Member; authority: Member; id: string }> {
  const authority = await w.member('authority')
  const promoter = await w.member('promoter')
  const created = await w.as(promoter).post('/api/projects', plan)
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  return { promoter, authority, id: created.body.id }
}
const ok = (answer: Answer): Answer => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer
}
const stage = async (w: World, as: Member, id: string) => (await w.as(as).get(`/api/projects/${id}`)).body.stage

test('a dig is followed from its plan to the end of its guarantee, each stage derived from the machines', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const { promoter, authority, id } = await filed(w)
  const permit = ok(await w.as(promoter).post(`/api/projects/${id}/apply`)).body
  expect(permit).toMatchObject({ status: 'submitted', kind: 'excavation' })
  expect(await stage(w, promoter, id)).toBe('permitting')
  const at = `/api/permits/${permit.id}`
  ok(await w.as(authority).post(`${at}/request-supplement`, { items: ['交通组织方案'] }))
  ok(await w.as(promoter).post(`${at}/supplement`))
  expect((await w.as(authority).post(`${at}/request-supplement`, { items: ['再来一份'] })).body.code).toBe(
    'permits/supplement-asked-once',
  )
  ok(await w.as(authority).post(`${at}/accept-application`))
  ok(await w.as(authority).post(`${at}/grant`, { conditions: ['夜间施工'] }))
  expect(await stage(w, promoter, id)).toBe('permitted')
  expect((await w.as(promoter).post(`/api/projects/${id}/start`)).body.code).toBe('works/permit-not-delivered')
  ok(await w.as(authority).post(`${at}/deliver`))
  expect((await w.as(promoter).post(`/api/projects/${id}/start`)).body.code).toBe('works/before-validity')
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await w.as(promoter).post(`/api/projects/${id}/start`))
  expect(await stage(w, promoter, id)).toBe('in_progress')
  const [site] = (await w.as(promoter).get(`/api/projects/${id}`)).body.sites
  ok(await w.as(promoter).post(`/api/sites/${site.id}/open`))
  expect((await w.as(promoter).post(`/api/projects/${id}/complete`)).body.code).toBe('works/sites-open')
  const inspector = await w.member('inspector')
  ok(await w.as(inspector).post(`/api/projects/${id}/suspend`, { reason: '围挡缺失' }))
  expect(await stage(w, promoter, id)).toBe('suspended')
  ok(await w.as(inspector).post(`/api/projects/${id}/resume`))
  ok(await w.as(promoter).post(`/api/sites/${site.id}/backfill`))
  ok(await w.as(promoter).post(`/api/projects/${id}/complete`))
  ok(await w.as(authority).post(`/api/projects/${id}/reject-acceptance`, { reason: '路面不平' }))
  expect(await stage(w, promoter, id)).toBe('in_progress')
  ok(await w.as(promoter).post(`/api/projects/${id}/complete`))
  ok(await w.as(authority).post(`/api/projects/${id}/pass`))
  expect(await stage(w, promoter, id)).toBe('passed')
  w.clock.add(24)
  const guarantee = worksJobs[0]!
  await guarantee.run(w.parts, w.district_code)
  expect(await stage(w, promoter, id)).toBe('guarantee')
  w.clock.set('2027-03-12T02:00:00Z')
  await guarantee.run(w.parts, w.district_code)
  expect(await stage(w, promoter, id)).toBe('closed')
  const events = (await w.as(authority).get(`/api/projects/${id}/history`)).body.events
  expect(
    events
      .filter((e: { type: string }) => e.type !== 'project.stage_changed')
      .every((e: { basis_zh: string | null; type: string }) => e.type === 'project.registered' || e.basis_zh),
  ).toBe(true)
  const open = await w.look(({ tx }) =>
    tx.raw(`select kind from clock where district_code = $1 and state in ('running','paused')`, [w.district_code]),
  )
  expect(open).toEqual([])
})

test('a refusal returns the dig to planned, and it may apply again', async () => {
  const w = await world()
  const { promoter, authority, id } = await filed(w)
  const permit = ok(await w.as(promoter).post(`/api/projects/${id}/apply`)).body
  ok(await w.as(authority).post(`/api/permits/${permit.id}/accept-application`))
  ok(await w.as(authority).post(`/api/permits/${permit.id}/refuse`, { reason: '与轨道保护区冲突' }))
  expect(await stage(w, promoter, id)).toBe('planned')
  const second = ok(await w.as(promoter).post(`/api/projects/${id}/apply`)).body
  expect(second.reference).toMatch(/-P02$/)
})

test('an emergency is dug first and in progress at once; filing within 24 hours stops its clock', async () => {
  const w = await world()
  await w.member('authority')
  const promoter = await w.member('promoter')
  const created = ok(
    await w
      .as(promoter)
      .post('/api/projects/emergency-start', { ...plan, kind: 'emergency_repair', cause: '燃气泄漏' }),
  ).body
  expect(created).toMatchObject({ stage: 'in_progress', is_retrospective: true })
  expect(created.clocks).toMatchObject([
    { kind: 'emergency.filing', unit: 'hours', statutory_limit: 24, state: 'running' },
  ])
  ok(await w.as(promoter).post(`/api/projects/${created.id}/apply`))
  const after = (await w.as(promoter).get(`/api/projects/${created.id}`)).body
  expect(after.clocks.find((c: { kind: string }) => c.kind === 'emergency.filing').state).toBe('met')
  expect(after.stage).toBe('in_progress')
})

test('the second of two moves made from the same version is changed-since, not repeated', async () => {
  const w = await world()
  const { promoter, authority, id } = await filed(w)
  const permit = ok(await w.as(promoter).post(`/api/projects/${id}/apply`)).body
  const both = await Promise.all(
    [1, 2].map(() =>
      w.as(authority).post(`/api/permits/${permit.id}/accept-application`, {}, { 'if-match': `"${permit.version}"` }),
    ),
  )
  expect(both.map((a) => a.status).sort()).toEqual([200, 409])
  const accepted = await w.look(({ tx }) =>
    tx.raw(`select 1 from event where district_code = $1 and type = 'permit.application_accepted'`, [w.district_code]),
  )
  expect(accepted).toHaveLength(1)
})
