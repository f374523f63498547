import { expect, test } from 'vitest'
import { worksJobs } from '../../server/works/jobs.ts'
import { clockOf, getApprovals, offered, ok } from '../permits/stage.ts'
import { audits, near } from '../projects/dig.ts'
import { opened, rectangle, type Opened } from '../surveys/ground.ts'
import { world, type World } from '../world.ts'

/** What the calendar turns today, twice: a process that was killed in between does it again. */
async function turn(w: World): Promise<void> {
  for (let twice = 0; twice < 2; twice += 1) for (const job of worksJobs) await job.run(w.parts, w.district_code)
}
/** Completed on 2 March 2026. */
async function completed(w: World, kind = 'pipeline_works'): Promise<Opened> {
  const scene = await opened(w, rectangle(20, 5), kind)
  ok(await scene.promoter.post(`/api/sites/${scene.site}/backfill`))
  ok(await scene.promoter.post(`/api/projects/${scene.id}/complete`))
  return scene
}
async function vouched(w: World, acceptance: object = {}, kind?: string): Promise<Opened> {
  const scene = await completed(w, kind)
  ok(await scene.authority.post(`/api/projects/${scene.id}/pass`, acceptance))
  w.clock.set('2026-03-03T02:00:00Z')
  await turn(w)
  return scene
}
const guaranteeOf = async ({ promoter, id }: Opened) => (await promoter.get(`/api/projects/${id}/guarantee`)).body
const stageOf = async ({ promoter, id }: Opened) => (await promoter.get(`/api/projects/${id}`)).body.stage

test('acceptance records what was restored; permanent needs no clock, and the road is vouched for a year', async () => {
  const w = await world()
  const scene = await vouched(w, { restored_m2: 104.5, reinstatement: 'permanent' })
  expect(await guaranteeOf(scene)).toMatchObject({
    reinstatement: { status: 'permanent', area_m2: 104.5 },
    guarantee_from: '2026-03-02',
    guarantee_to: '2027-03-02',
    components: [],
  })
  expect(await clockOf(scene, 'reinstatement.permanent')).toBeUndefined()
  expect(await audits(w, 'reinstatement.record')).toHaveLength(1)
})

test('an interim reinstatement starts the promoter’s clock and holds the file open until it is made permanent and measured; then it is vouched for anew', async () => {
  const w = await world()
  const scene = await vouched(w, { restored_m2: 100, reinstatement: 'interim' })
  const { authority, promoter, id } = scene
  expect(await clockOf(scene, 'reinstatement.permanent')).toMatchObject({ owner: 'promoter', due_on: '2026-09-02' })
  expect(await offered(authority, id, 'works.close')).toMatchObject({ allowed: false, reason: 'works/matters-open' })
  expect((await authority.post(`/api/projects/${id}/close`)).body.code).toBe('works/matters-open')
  w.clock.set('2026-08-03T02:00:00Z')
  const { reinstatement } = await guaranteeOf(scene)
  const path = `/api/reinstatements/${reinstatement.id}/make-permanent`
  const measured = { restored_m2: 101 }
  expect((await promoter.post(path, measured)).status).toBe(403)
  expect((await w.as(await w.member('promoter', { another: true })).post(path, measured)).status).toBe(404)
  const foreign = await w.member('authority', { another: true })
  expect((await w.as(foreign).post(path, measured)).body.code).toBe('works/other-authority')
  expect((await authority.post(path, {})).status).toBe(422)
  const both = await Promise.all([1, 2].map(() => authority.post(path, measured, { 'if-match': '"1"' })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await guaranteeOf(scene)).toMatchObject({
    reinstatement: { status: 'permanent', area_m2: 100, permanent_area_m2: 101 },
    guarantee_to: '2027-08-03',
  })
  expect((await clockOf(scene, 'reinstatement.permanent'))!.state).toBe('met')
  expect(await clockOf(scene, 'works.guarantee')).toMatchObject({ due_on: '2027-08-03', state: 'running' })
  expect(await offered(authority, id, 'works.close')).toMatchObject({ allowed: true })
})

test('three months before the guarantee ends an inspection falls due, once, a matter of the authority until somebody went there', async () => {
  const w = await world()
  const scene = await vouched(w)
  const { authority } = scene
  w.clock.set('2026-12-01T02:00:00Z')
  await turn(w)
  expect(await clockOf(scene, 'guarantee.inspection')).toBeUndefined()
  w.clock.set('2026-12-02T02:00:00Z')
  await turn(w)
  expect(await clockOf(scene, 'guarantee.inspection')).toMatchObject({ owner: 'authority', due_on: '2027-03-02' })
  expect(await audits(w, 'works.call_inspection')).toHaveLength(1)
  w.clock.set('2027-02-25T02:00:00Z')
  const kinds = (await authority.get('/api/desk')).body.items.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toContain('guarantee.inspection')
  const inspector = w.as(await w.member('inspector'))
  ok(await inspector.post('/api/inspections', { site_id: scene.site, outcome: 'passed', position: near }))
  await w.relay()
  expect((await clockOf(scene, 'guarantee.inspection'))!.state).toBe('running')
  const visit = { site_id: scene.site, outcome: 'passed', category: 'guarantee_end', position: near }
  ok(await inspector.post('/api/inspections', visit))
  await w.relay()
  expect((await clockOf(scene, 'guarantee.inspection'))!.state).toBe('met')
  w.clock.set('2027-03-03T02:00:00Z')
  await turn(w)
  expect(await stageOf(scene)).toBe('closed')
})

test('a defect found under guarantee keeps the file open past its end, and the guarantee grows by the days of the repair', async () => {
  const w = await world()
  const scene = await vouched(w)
  const { promoter } = scene
  const inspector = w.as(await w.member('inspector'))
  w.clock.set('2027-02-22T02:00:00Z')
  const visit = { outcome: 'failed_low', findings: [{ code: 'bare_soil' }], category: 'guarantee_end', position: near }
  const found = ok(await inspector.post('/api/inspections', { site_id: scene.site, ...visit })).body
  const at = `/api/rectifications/${found.rectification_id}`
  w.clock.set('2027-03-10T02:00:00Z')
  await turn(w)
  expect(await stageOf(scene)).toBe('guarantee')
  ok(await promoter.post(`${at}/submit-evidence`, { note: '已修补' }))
  ok(
    await inspector.post('/api/inspections', {
      follows_rectification_id: found.rectification_id,
      outcome: 'passed',
      position: near,
    }),
  )
  await w.relay()
  await w.relay()
  // 22 February to 10 March: 16 days after 2 March 2027
  expect((await guaranteeOf(scene)).guarantee_to).toBe('2027-03-18')
  expect(await audits(w, 'works.extend_guarantee')).toHaveLength(1)
  w.clock.set('2027-03-18T02:00:00Z')
  await turn(w)
  expect(await stageOf(scene)).toBe('guarantee')
  w.clock.set('2027-03-19T02:00:00Z')
  await turn(w)
  expect(await stageOf(scene)).toBe('closed')
})

test('a building is vouched for by component: the file stays open for the longest fixed period, by its own article', async () => {
  const w = await world()
  const scene = await completed(w, 'building_works')
  await getApprovals(scene, 'joint_acceptance')
  ok(await scene.authority.post(`/api/projects/${scene.id}/pass`))
  w.clock.set('2026-03-03T02:00:00Z')
  await turn(w)
  const shown = await guaranteeOf(scene)
  expect(shown).toMatchObject({ guarantee_to: '2031-03-03', basis_zh: '建设工程质量管理条例 第40条' })
  expect(shown.components).toContainEqual({ key: 'wiring_piping_fitting_out', months: 24, until: '2028-03-02' })
  expect(shown.components).toContainEqual({ key: 'foundation_and_structure', months: null, until: null })
  expect(await clockOf(scene, 'works.guarantee')).toMatchObject({ basis_zh: '建设工程质量管理条例 第40条' })
})
