import { expect, test } from 'vitest'
import { upload } from '../attachments/upload.ts'
import { audits, far, fileDig, near } from '../projects/dig.ts'
import { world } from '../world.ts'

const passed = { outcome: 'passed', position: near }

test('a passing visit is recorded for good, with its distance in metres, an event, an audit row, and no rectification', async () => {
  const w = await world()
  const { promoter, id, site_id } = await fileDig(w)
  const inspector = await w.member('inspector')
  const made = await w.as(inspector).post('/api/inspections', { site_id, ...passed, note: '围挡完好' })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect(made.body).toMatchObject({
    project_id: id,
    site_id,
    kind: 'patrol',
    category: 'live_site',
    outcome: 'passed',
    findings: [],
    warnings: [],
    rectification_id: null,
    inspector_name: inspector.name,
    inspected_at: '2026-03-02T02:00:00.000Z',
  })
  expect(made.body.reference).toMatch(/^DP-\d{6}-2026-000001-I01$/)
  expect(made.body.distance_m).toBeLessThan(1)
  expect(made.headers.get('location')).toBe(`/api/inspections/${made.body.id}`)
  expect((await w.as(promoter).get(`/api/inspections/${made.body.id}`)).body).toMatchObject({ id: made.body.id })
  expect(await audits(w, 'inspection.record')).toMatchObject([{ actor_id: inspector.id }])
  const { events } = (await w.as(promoter).get(`/api/projects/${id}/history`)).body
  expect(events.find((event: { type: string }) => event.type === 'inspection.recorded')).toMatchObject({
    basis_zh: expect.stringContaining('第61条'),
    data: { outcome_code: 'passed' },
  })
  const second = await w.as(await w.member('authority')).post('/api/inspections', { project_id: id, ...passed })
  expect(second.body).toMatchObject({ site_id: null, reference: expect.stringMatching(/-I02$/) })
  const list = await w.as(inspector).get(`/api/inspections?project_id=${id}`)
  expect(list.body.inspections.map((one: { id: string }) => one.id).sort()).toEqual(
    [made.body.id, second.body.id].sort(),
  )
  const mine = await w.as(inspector).get('/api/inspections?mine=true')
  expect(mine.body.inspections.map((one: { id: string }) => one.id)).toEqual([made.body.id])
})

test('a visit far from the site is warned of and recorded all the same; so is a photo taken elsewhere', async () => {
  const w = await world()
  const { id, site_id } = await fileDig(w)
  const inspector = await w.member('inspector')
  const fields = { subject_id: id, lon: String(far.lon), lat: String(far.lat) }
  const photo = await upload(w, inspector, { fields })
  const made = await w
    .as(inspector)
    .post('/api/inspections', { site_id, outcome: 'passed', position: far, attachments: [photo.body.id] })
  expect(made.status).toBe(201)
  // 0.002° of longitude at 30.571° N is 191.9 m on the CGCS2000 ellipsoid; the trench is 0.6 m to each side of its line.
  expect(made.body.distance_m).toBeGreaterThan(190)
  expect(made.body.distance_m).toBeLessThan(192)
  expect(made.body.warnings).toMatchObject([
    { pointer: '/position', code: 'inspections/far-from-site', limit_m: 50 },
    { pointer: '/attachments/0', code: 'inspections/far-from-site' },
  ])
  expect(made.body.attachments).toMatchObject([{ id: photo.body.id, media_type: 'image/png' }])
  const without = await w.as(inspector).post('/api/inspections', { site_id, outcome: 'passed' })
  expect(without.body).toMatchObject({ distance_m: null, warnings: [{ code: 'inspections/no-position' }] })
})

test('each field that does not fit the outcome is named', async () => {
  const w = await world()
  const { id } = await fileDig(w)
  const inspector = await w.member('inspector')
  const codes = async (body: object) => {
    const answer = await w.as(inspector).post('/api/inspections', { project_id: id, ...body })
    expect(answer.status).toBe(422)
    return answer.body.errors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`)
  }
  const finding = [{ code: 'no_barrier' }]
  expect(await codes({ outcome: 'failed_low' })).toEqual(['/findings inspections/finding-missing'])
  expect(await codes({ outcome: 'passed', findings: finding })).toEqual(['/findings inspections/finding-contradicts'])
  expect(await codes({ outcome: 'unable_to_inspect' })).toEqual(['/note inspections/note-missing'])
  expect(await codes({ outcome: 'failed_high', findings: finding })).toEqual([
    '/promoter_told inspections/promoter-told-missing',
    '/made_safe inspections/made-safe-missing',
  ])
  expect(await codes({ outcome: 'failed_low', findings: [{ code: 'bare_soil' }, { code: 'ugly' }] })).toEqual([
    '/findings/1/code inspections/unknown-code',
  ])
  const att = `att_${w.district_code}_00000000-0000-4000-8000-000000000000`
  expect(await codes({ outcome: 'passed', attachments: [att, 'x'] })).toEqual([
    '/attachments/0 attachments/not-found',
    '/attachments/1 attachments/not-found',
  ])
  expect(await codes({ outcome: 'passed', photo: 'x' })).toEqual([' http/unrecognized-keys'])
  const other = await fileDig(w, '另一条路')
  expect(await codes({ outcome: 'passed', site_id: other.site_id })).toEqual(['/site_id http/invalid-value'])
  const nowhere = await w.as(inspector).post('/api/inspections', { outcome: 'passed' })
  expect(nowhere.body.errors).toMatchObject([{ pointer: '/site_id' }])
  expect(await audits(w, 'inspection.record')).toEqual([])
})

test('a photo of another dig proves nothing here', async () => {
  const w = await world()
  const { id } = await fileDig(w)
  const other = await fileDig(w, '另一条路')
  const inspector = await w.member('inspector')
  const photo = await upload(w, inspector, { fields: { subject_id: other.id } })
  const answer = await w
    .as(inspector)
    .post('/api/inspections', { project_id: id, outcome: 'passed', attachments: [photo.body.id] })
  expect([answer.status, answer.body.code]).toEqual([422, 'projects/evidence-unknown'])
})

test('only those who inspect record; to strangers and the public neither the dig nor the visit exists', async () => {
  const w = await world()
  const { promoter, id, site_id } = await fileDig(w)
  const made = await w.as(await w.member('inspector')).post('/api/inspections', { site_id, ...passed })
  const statuses = async (post: boolean) => {
    const stranger = await w.member('promoter', { another: true })
    const who = [promoter, await w.member('planner'), stranger, await w.member('utility'), null]
    const answers = await Promise.all(
      who.map((one) =>
        post
          ? w.as(one).post('/api/inspections', { site_id, ...passed })
          : w.as(one).get(`/api/inspections/${made.body.id}`),
      ),
    )
    return answers.map((answer) => answer.status)
  }
  expect(await statuses(true)).toEqual([403, 403, 404, 404, 404])
  expect(await statuses(false)).toEqual([200, 200, 404, 404, 404])
  expect((await w.as(null).get('/api/inspections')).status).toBe(401)
  expect((await w.as(null).get(`/api/inspections?project_id=${id}`)).status).toBe(401)
})

test('a plan that was given up is not visited', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  await w.as(promoter).post(`/api/projects/${id}/cancel`, { reason: '不做了' })
  const inspector = await w.member('inspector')
  const answer = await w.as(inspector).post('/api/inspections', { project_id: id, ...passed })
  expect([answer.status, answer.body.code]).toEqual([409, 'inspections/wrong-state'])
  const { actions } = (await w.as(inspector).get(`/api/projects/${id}`)).body
  expect(actions.map((action: { name: string }) => action.name)).not.toContain('inspection.record')
})

test('visits to one dig made at the same moment are numbered one after the other', async () => {
  const w = await world()
  const { id } = await fileDig(w)
  const inspector = await w.member('inspector')
  const made = await Promise.all(
    [1, 2, 3].map(() => w.as(inspector).post('/api/inspections', { project_id: id, ...passed })),
  )
  expect(made.map(({ body }) => body.reference.slice(-4)).sort()).toEqual(['-I01', '-I02', '-I03'])
})

test('the dig offers the visit to inspectors and authority, and to nobody else', async () => {
  const w = await world()
  const { promoter, authority, id } = await fileDig(w)
  const offered = async (who: typeof promoter) =>
    (await w.as(who).get(`/api/projects/${id}`)).body.actions.find(
      (action: { name: string }) => action.name === 'inspection.record',
    )
  const action = await offered(await w.member('inspector'))
  expect(action).toMatchObject({
    href: '/api/inspections',
    method: 'POST',
    allowed: true,
    input: { project_id: `fixed:${id}`, site_id: 'site', findings: 'findings' },
  })
  expect(await offered(authority)).toEqual(action)
  expect(await offered(promoter)).toBe(undefined)
  expect(await offered(await w.member('planner'))).toBe(undefined)
})
