import { expect, test } from 'vitest'
import { localRule } from '../permits/file.ts'
import { after, delivered, ok } from '../permits/stage.ts'
import { fileDig, near } from '../projects/dig.ts'
import { inspectionJobs } from '../../server/inspections/jobs.ts'
import { world } from '../world.ts'

const passed = { outcome: 'passed', position: near }

test('a visit that was made without a network keeps its own time; it says when it arrived, and does only what was planned by then', async () => {
  const w = await world()
  await localRule(w, 'inspection.plan', {
    earth_moving_days: 1,
    active_days: 7,
    start_days: 3,
    sample: { share: 0, random_share: 0, weights: { open_rectification: 1, red_card: 1, failed_before: 1 } },
  })
  const scene = await after(w, delivered)
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
  const { sites } = (await scene.promoter.get(`/api/projects/${scene.id}`)).body
  ok(await scene.promoter.post(`/api/sites/${sites[0].id}/open`))
  const inspector = w.as(await w.member('inspector'))
  const open = async () =>
    (await inspector.get('/api/inspection-tasks?state=open')).body.tasks.map((task: { due_on: string }) => task.due_on)
  for (const day of ['2026-03-11', '2026-03-12']) {
    w.clock.set(`${day}T00:30:00Z`)
    await inspectionJobs[0]!.run(w.parts, w.district_code)
  }
  expect(await open()).toEqual(['2026-03-12'])
  w.clock.set('2026-03-12T09:00:00Z')
  const yesterday = { started_at: '2026-03-11T06:40:00Z', inspected_at: '2026-03-11T07:00:00Z' }
  const made = ok(await inspector.post('/api/inspections', { project_id: scene.id, ...passed, ...yesterday })).body
  expect(made).toMatchObject({ started_at: '2026-03-11T06:40:00.000Z', inspected_at: '2026-03-11T07:00:00.000Z' })
  expect(made.recorded_at > made.inspected_at).toBe(true)
  await w.relay()
  // what was planned for the day of the visit is done, what was planned for the day after is not
  expect(await open()).toEqual(['2026-03-12'])
  const done = (await inspector.get('/api/inspection-tasks?state=done')).body.tasks
  expect(done).toMatchObject([{ due_on: '2026-03-11', inspection_id: made.id }])
})

test('a visit in the future, one older than the rule allows and one that begins after its end are refused by name', async () => {
  const w = await world()
  const { id } = await fileDig(w)
  await localRule(w, 'inspection.field', { late_hours: 48, start_within_m: 100 })
  const inspector = w.as(await w.member('inspector'))
  const codes = async (times: object) => {
    const answer = await inspector.post('/api/inspections', { project_id: id, ...passed, ...times })
    expect(answer.status, JSON.stringify(answer.body)).toBe(422)
    return answer.body.errors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`)
  }
  // it is 2026-03-02T02:00Z
  expect(await codes({ inspected_at: '2026-03-02T02:30:00Z' })).toEqual(['/inspected_at inspections/in-future'])
  expect(await codes({ inspected_at: '2026-02-28T01:59:00Z' })).toEqual(['/inspected_at inspections/too-late'])
  expect(await codes({ started_at: '2026-03-02T02:01:00Z' })).toEqual(['/started_at inspections/start-contradicts'])
  ok(await inspector.post('/api/inspections', { project_id: id, ...passed, inspected_at: '2026-02-28T02:01:00Z' }))
})

test('a sketch is kept with the visit as it was drawn; what is no shape is refused', async () => {
  const w = await world()
  const { id } = await fileDig(w)
  const inspector = w.as(await w.member('inspector'))
  const { lon, lat } = near
  const line = { type: 'LineString', coordinates: [[lon, lat], [103.9212, 30.5706]] } // prettier-ignore
  const point = { type: 'Point', coordinates: [lon, lat] }
  for (const sketch of [line, point]) {
    const made = ok(await inspector.post('/api/inspections', { project_id: id, ...passed, sketch })).body
    expect(made.sketch).toEqual(sketch)
  }
  const broken = await inspector.post('/api/inspections', { project_id: id, ...passed, sketch: { type: 'Polygon', coordinates: [] } }) // prettier-ignore
  expect(broken.status).toBe(422)
  expect(broken.body.errors[0].pointer).toMatch(/^\/sketch/)
})

test('an inspector who has not seen what a colleague found at the same place is told, and sends it again having read it', async () => {
  const w = await world()
  const { id, site_id } = await fileDig(w)
  const [first, second] = [w.as(await w.member('inspector')), w.as(await w.member('authority'))]
  const theirs = ok(
    await first.post('/api/inspections', { site_id, ...passed, outcome: 'failed_low', findings: [{ code: 'no_barrier' }], known_visits: 0 }), // prettier-ignore
  ).body
  const refused = await second.post('/api/inspections', { site_id, ...passed, known_visits: 0 })
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({
    code: 'inspections/visited-since',
    facts: { known_visits: 1, visits: [{ id: theirs.id, outcome: 'failed_low', findings: [{ code: 'no_barrier' }] }] },
  })
  expect(JSON.stringify(refused.body)).not.toContain(theirs.inspector_name)
  expect((await second.get(`/api/inspections?project_id=${id}`)).body.inspections).toHaveLength(1)
  ok(await second.post('/api/inspections', { site_id, ...passed, known_visits: refused.body.facts.known_visits }))
  // one's own visits are no news, nor is a withdrawn one
  ok(await second.post('/api/inspections', { site_id, ...passed, known_visits: 1 }))
  const late = ok(await first.post('/api/inspections', { site_id, ...passed })).body
  ok(await first.post(`/api/inspections/${late.id}/withdraw`, { reason: '误记' }, { 'if-match': `"${late.version}"` }))
  ok(await second.post('/api/inspections', { site_id, ...passed, known_visits: 3 }))
})

test('the day that is taken along holds the digs that are planned and those with something to put right, and no person’s name or word', async () => {
  const w = await world()
  const { promoter, id, site_id } = await fileDig(w)
  const quiet = await fileDig(w)
  const one = await w.member('inspector')
  const inspector = w.as(one)
  const word = '西门张师傅 13800001111'
  ok(
    await inspector.post('/api/inspections', { site_id, ...passed, outcome: 'failed_low', findings: [{ code: 'no_barrier', note: word }], note: word }), // prettier-ignore
  )
  const answer = await inspector.get('/api/field/pack')
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.body).toMatchObject({
    holder_id: expect.stringContaining(one.id!),
    today: '2026-03-02',
    limits: { start_within_m: 100 },
    digs: [
      {
        id,
        visits: 1,
        sites: [{ id: site_id, geometry: { type: 'MultiPolygon' } }],
        rectifications: [{ status: 'issued', items: [{ code: 'no_barrier' }] }],
        last_visits: [{ outcome: 'failed_low', items: [{ code: 'no_barrier' }] }],
      },
    ],
  })
  const text = JSON.stringify(answer.body)
  expect(text).not.toContain(quiet.id)
  expect(text).not.toContain(one.name)
  expect(text).not.toContain('13800001111')
  expect((await w.as(promoter).get('/api/field/pack')).status).toBe(403)
  expect((await w.as(null).get('/api/field/pack')).status).toBe(401)
})
