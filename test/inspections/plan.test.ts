import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inspectionJobs } from '../../server/inspections/jobs.ts'
import { audits, near } from '../projects/dig.ts'
import { delivered, after, ok, type Scene } from '../permits/stage.ts'
import { localRule } from '../permits/file.ts'
import { world, type Client, type World } from '../world.ts'

const plan = (w: World) => inspectionJobs[0]!.run(w.parts, w.district_code)
const tasks = async (client: Client, state = 'open', more = '') =>
  (await client.get(`/api/inspection-tasks?state=${state}${more}`)).body.tasks as {
    project_id: string
    reason: string
    due_on: string
    inspection_id: string | null
    risk: number | null
  }[]
/** Only what the clock calls for: no sample is drawn. */
const noSample = (w: World, over: object = {}) =>
  localRule(w, 'inspection.plan', {
    earth_moving_days: 1,
    active_days: 7,
    start_days: 3,
    sample: { share: 0, random_share: 0, weights: { open_rectification: 1, red_card: 1, failed_before: 1 } },
    ...over,
  })
async function begun(w: World, over: object = {}): Promise<Scene & { site: string }> {
  const scene = await after(w, delivered, over)
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
  const { sites } = (await scene.promoter.get(`/api/projects/${scene.id}`)).body
  return { ...scene, site: sites[0].id }
}
const visit = async (w: World, project_id: string, more: object = {}) => {
  const inspector = w.as(await w.member('inspector'))
  const made = ok(
    await inspector.post('/api/inspections', { project_id, outcome: 'passed', position: near, ...more }),
  ).body
  await w.relay()
  return made as { id: string }
}
const coverageOf = async (client: Client, month = '2026-03') =>
  (await client.get(`/api/inspection-tasks/coverage?month=${month}`)).body

test('open ground is planned for every day, other works for every week, a start that nobody saw after its days; one task a dig a day', async () => {
  const w = await world()
  await noSample(w)
  const inspector = w.as(await w.member('inspector'))
  const { id, promoter, site } = await begun(w)
  await plan(w)
  expect(await tasks(inspector)).toEqual([])

  ok(await promoter.post(`/api/sites/${site}/open`))
  w.clock.set('2026-03-11T02:00:00Z')
  await plan(w)
  await plan(w)
  expect(await tasks(inspector)).toMatchObject([{ project_id: id, reason: 'earth_moving', due_on: '2026-03-11' }])

  w.clock.set('2026-03-13T02:00:00Z')
  await plan(w)
  expect(await tasks(inspector)).toMatchObject([{ project_id: id, reason: 'start', due_on: '2026-03-13' }])
  await visit(w, id)
  expect(await tasks(inspector)).toEqual([])
  await plan(w)
  expect(await tasks(inspector)).toEqual([])

  ok(await promoter.post(`/api/sites/${site}/backfill`))
  w.clock.set('2026-03-19T02:00:00Z')
  await plan(w)
  expect(await tasks(inspector)).toEqual([])
  w.clock.set('2026-03-20T02:00:00Z')
  await plan(w)
  expect(await tasks(inspector)).toMatchObject([{ reason: 'active', due_on: '2026-03-20' }])
})

test('works that run beyond their permit are planned for at once, before any other reason, until somebody was there', async () => {
  const w = await world()
  await noSample(w)
  const inspector = w.as(await w.member('inspector'))
  const { id, promoter, site } = await begun(w)
  ok(await promoter.post(`/api/sites/${site}/open`))
  w.clock.set('2026-05-01T02:00:00Z')
  await plan(w)
  expect(await tasks(inspector)).toMatchObject([{ project_id: id, reason: 'over_run' }])
  await visit(w, id)
  w.clock.set('2026-05-02T02:00:00Z')
  await plan(w)
  expect(await tasks(inspector)).toMatchObject([{ project_id: id, reason: 'earth_moving' }])
})

test('coverage is what was seen in time of what was due: a day without a visit is missed, a visit that saw nothing and a withdrawn one do not count', async () => {
  const w = await world()
  await noSample(w)
  const inspector = w.as(await w.member('inspector'))
  const { id, promoter, site } = await begun(w)
  ok(await promoter.post(`/api/sites/${site}/open`))
  w.clock.set('2026-03-11T02:00:00Z')
  await plan(w)
  expect(await coverageOf(inspector)).toMatchObject({ planned: 1, done: 0, missed: 0, open: 1, share: null })
  await visit(w, id, { outcome: 'unable_to_inspect', note: '大门锁着' })
  expect(await coverageOf(inspector)).toMatchObject({ done: 0, open: 1 })
  const seen = await visit(w, id)
  expect(await tasks(inspector, 'done')).toMatchObject([{ project_id: id, inspection_id: seen.id }])
  expect(await coverageOf(inspector)).toMatchObject({ done: 1, open: 0, share: 1 })

  ok(await inspector.post(`/api/inspections/${seen.id}/withdraw`, { reason: '记错了工地' }))
  await w.relay()
  expect(await coverageOf(inspector)).toMatchObject({ done: 0, open: 1 })
  w.clock.set('2026-03-12T02:00:00Z')
  await plan(w)
  expect(await tasks(inspector, 'missed')).toMatchObject([{ project_id: id, due_on: '2026-03-11' }])
  await visit(w, id)
  expect(await coverageOf(inspector)).toMatchObject({
    planned: 2,
    done: 1,
    missed: 1,
    open: 0,
    share: 0.5,
    reasons: [{ reason: 'earth_moving', planned: 2, done: 1, missed: 1, open: 0 }],
  })
})

test('the month’s sample is drawn once, by risk and partly at random, and a recount from its digests draws the same', async () => {
  const w = await world()
  const weights = { open_rectification: 50, red_card: 1, failed_before: 1 }
  await noSample(w, { active_days: 700, start_days: 700, sample: { share: 0.5, random_share: 0.34, weights } })
  const inspector = w.as(await w.member('inspector'))
  const digs: string[] = []
  for (let i = 0; i < 6; i++) digs.push((await after(w, delivered, { name: `测试路给水管${i}` })).id)
  const [, , , risky] = digs
  await visit(w, risky!, { outcome: 'failed_low', findings: [{ code: 'bare_soil' }] })
  await plan(w)
  await plan(w)
  const drawn = await tasks(inspector)

  const number = (id: string, way: string) => {
    const digest = createHash('md5')
      .update(`${id.split('_').at(-1)}2026-03${way}`)
      .digest('hex')
    return (Number.parseInt(digest.slice(0, 8), 16) + 0.5) / 2 ** 32
  }
  const key = (id: string) => -Math.log(number(id, 'risk')) / (id === risky ? 50 : 1)
  const byRisk = digs.toSorted((a, b) => key(a) - key(b)).slice(0, 2)
  const atRandom = digs
    .filter((id) => !byRisk.includes(id))
    .toSorted((a, b) => number(a, 'random') - number(b, 'random'))
    .slice(0, 1)
  const ids = (reason: string) => drawn.filter((task) => task.reason === reason).map(({ project_id }) => project_id)
  expect(ids('sampled_by_risk').sort()).toEqual(byRisk.sort())
  expect(ids('sampled_at_random')).toEqual(atRandom)
  expect(drawn.map(({ due_on }) => due_on)).toEqual(['2026-03-31', '2026-03-31', '2026-03-31'])
  expect(drawn.find(({ project_id }) => project_id === risky)?.risk ?? 50).toBe(50)
})

test('the plan tells its rule once for what is new, and is for staff: a firm is not told when it will be visited', async () => {
  const w = await world()
  await noSample(w)
  const { promoter, site } = await begun(w)
  ok(await promoter.post(`/api/sites/${site}/open`))
  w.clock.set('2026-03-11T02:00:00Z')
  await w.member('inspector')
  await plan(w)
  await plan(w)
  expect(await audits(w, 'inspection_plan.make')).toHaveLength(1)
  const told = await w.look(({ tx }) =>
    tx.raw(`select basis_zh, data from event where district_code = $1 and type = 'inspection_plan.made'`, [
      w.district_code,
    ]),
  )
  expect(told).toEqual([{ basis_zh: '本区规定', data: { day: '2026-03-11', reasons: { earth_moving: 1 } } }])
  expect((await promoter.get('/api/inspection-tasks')).status).toBe(403)
  expect((await w.as(null).get('/api/inspection-tasks')).status).toBe(401)
  expect((await w.as(await w.member('inspector')).get('/api/inspection-tasks?month=2026-13')).status).toBe(422)
})
