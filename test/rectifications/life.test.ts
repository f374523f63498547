import { expect, test } from 'vitest'
import { rectificationJobs } from '../../server/rectifications/jobs.ts'
import { sweepJob } from '../../server/clocks/sweep.ts'
import { refold } from '../../server/projects/refold.ts'
import { upload } from '../attachments/upload.ts'
import { audits, fileDig, near } from '../projects/dig.ts'
import { world, type Answer, type World } from '../world.ts'

const low = { outcome: 'failed_low', findings: [{ code: 'bare_soil', note: '东侧' }], position: near }
const high = {
  outcome: 'failed_high',
  findings: [{ code: 'bare_soil' }, { code: 'no_barrier' }],
  position: near,
  promoter_told: true,
  made_safe: false,
}
const ok = (answer: Answer) => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}
/** A dig with one visit that ordered something. */
async function ordered(w: World, visit: object = low) {
  const dig = await fileDig(w)
  const inspector = await w.member('inspector')
  const made = ok(await w.as(inspector).post('/api/inspections', { site_id: dig.site_id, ...visit }))
  return { ...dig, inspector, made, at: `/api/rectifications/${made.rectification_id}` }
}
const actionNames = (body: { actions: { name: string }[] }) => body.actions.map((action) => action.name)
const sweep = sweepJob(async (ctx, clock) => {
  if (clock.project_id) await refold(ctx, { district_code: clock.district_code, id: clock.project_id })
})

test('a failed visit orders one rectification with its items, a term of five working days, and a message to the promoter', async () => {
  const w = await world() // Monday 2 March 2026
  const { promoter, id, site_id, made, at } = await ordered(w)
  const seen = ok(await w.as(promoter).get(at))
  expect(seen).toMatchObject({
    reference: `${made.reference}-R01`,
    status: 'issued',
    severity: 'low',
    due_on: '2026-03-09',
    card: 'none',
    clock_state: 'running',
    project_id: id,
    site_id,
    inspection_id: made.id,
    items: [{ code: 'bare_soil', note: '东侧', severity: 'low', text_zh: '裸土未覆盖' }],
    basis_zh: expect.stringContaining('第42条'),
    version: 1,
  })
  expect(actionNames(seen)).toEqual(['rectification.acknowledge', 'rectification.submit_evidence'])
  expect(JSON.stringify(seen)).not.toMatch(/evidence_by|organisation_id/)
  expect(await audits(w, 'rectification.issue')).toHaveLength(1)
  const told = await w.look(({ tx }) =>
    tx.raw(`select template, params from message where district_code = $1`, [w.district_code]),
  )
  expect(told).toMatchObject([{ template: 'rectification.issued', params: { due_on: '2026-03-09' } }])
  const clocks = ok(await w.as(promoter).get(`/api/projects/${id}`)).clocks
  expect(clocks).toMatchObject([{ kind: 'rectification.low', owner: 'promoter', due_on: '2026-03-09' }])
})

test('the worst finding decides the term, and its card stands on the dig and names the promoter', async () => {
  const w = await world()
  const { authority, id, at } = await ordered(w, high)
  expect(ok(await w.as(authority).get(at))).toMatchObject({ severity: 'high', due_on: '2026-03-03', card: 'yellow' })
  expect(ok(await w.as(authority).get(`/api/projects/${id}`))).toMatchObject({ card: 'yellow', card_owner: 'promoter' })
  const mild = await world()
  const grave = await ordered(mild, { ...low, findings: [{ code: 'no_shoring' }] })
  expect(ok(await mild.as(grave.inspector).get(grave.at)).severity).toBe('high')
})

test('the promoter acknowledges and sends evidence with a photo; another person clears it on site; the card goes', async () => {
  const w = await world()
  const { promoter, inspector, id, at, made } = await ordered(w, high)
  ok(await w.as(promoter).post(`${at}/acknowledge`, {}, { 'if-match': '"1"' }))
  const photo = await upload(w, promoter, { fields: { subject_id: made.rectification_id } })
  const body = { note: '已补围挡', attachments: [photo.body.id] }
  const sent = ok(await w.as(promoter).post(`${at}/submit-evidence`, body, { 'if-match': '"2"' }))
  expect(sent).toMatchObject({
    status: 'evidence_submitted',
    evidence_note: '已补围挡',
    evidence: [{ id: photo.body.id }],
    clock_state: 'met',
    card: 'none',
    version: 3,
  })
  const dig = ok(await w.as(inspector).get(`/api/projects/${id}`))
  expect(dig.card).toBe('none')
  expect(dig.actions).toContainEqual(
    expect.objectContaining({
      name: 'inspection.reinspect',
      href: '/api/inspections',
      allowed: true,
      input: expect.objectContaining({ follows_rectification_id: `fixed:${made.rectification_id}` }),
    }),
  )
  const visit = { follows_rectification_id: made.rectification_id, outcome: 'passed', position: near }
  const follow = ok(await w.as(inspector).post('/api/inspections', visit))
  expect(follow).toMatchObject({ category: 'follow_up', site_id: made.site_id, rectification_id: null })
  expect(ok(await w.as(promoter).get(at))).toMatchObject({
    status: 'cleared',
    cleared_by_inspection_id: follow.id,
    actions: [],
  })
  for (const move of ['acknowledge', 'submit_evidence', 'clear'])
    expect(await audits(w, `rectification.${move}`), move).toHaveLength(1)
  const second = await w.as(inspector).post('/api/inspections', visit)
  expect([second.status, second.body.code]).toEqual([409, 'rectifications/wrong-state'])
})

test('a failing re-inspection issues it anew, with what is still wrong and a new term; no second one is made', async () => {
  const w = await world()
  const { promoter, inspector, id, at, made } = await ordered(w)
  ok(await w.as(promoter).post(`${at}/submit-evidence`, { note: '已覆盖' }))
  w.clock.set('2026-03-05T02:00:00Z')
  const visit = { ...low, follows_rectification_id: made.rectification_id, findings: [{ code: 'muck_spill' }] }
  const follow = ok(await w.as(inspector).post('/api/inspections', visit))
  expect(follow.rectification_id).toBe(null)
  expect(ok(await w.as(promoter).get(at))).toMatchObject({
    status: 'issued',
    due_on: '2026-03-12',
    clock_state: 'running',
    acknowledged_at: null,
    items: [{ code: 'muck_spill' }],
  })
  const { rectifications } = ok(await w.as(promoter).get(`/api/rectifications?project_id=${id}`))
  expect(rectifications).toHaveLength(1)
  const clocks = ok(await w.as(promoter).get(`/api/projects/${id}`)).clocks
  expect(clocks.map((clock: { state: string }) => clock.state).sort()).toEqual(['met', 'running'])
})

test('a failing visit while the term still runs gives no new term', async () => {
  const w = await world()
  const { promoter, inspector, at, made } = await ordered(w)
  const visit = { ...low, follows_rectification_id: made.rectification_id }
  const answer = await w.as(inspector).post('/api/inspections', visit)
  expect([answer.status, answer.body.code]).toEqual([409, 'rectifications/term-still-runs'])
  expect(ok(await w.as(promoter).get(at))).toMatchObject({ status: 'issued', due_on: '2026-03-09', version: 1 })
  expect(await audits(w, 'inspection.record')).toHaveLength(1)
})

test('nobody judges the evidence they sent themselves', async () => {
  const w = await world()
  const { promoter, authority, inspector, id, at, made } = await ordered(w)
  ok(await w.as(promoter).post(`${at}/submit-evidence`, { note: '已覆盖' }))
  await w.look(({ tx }) =>
    tx.raw(`update rectification set evidence_by = $2 where district_code = $1`, [w.district_code, inspector.id]),
  )
  const visit = { follows_rectification_id: made.rectification_id, outcome: 'passed', position: near }
  const answer = await w.as(inspector).post('/api/inspections', visit)
  expect([answer.status, answer.body.code]).toEqual([403, 'rectifications/same-person'])
  const { actions } = ok(await w.as(inspector).get(`/api/projects/${id}`))
  expect(actions).toContainEqual(
    expect.objectContaining({
      name: 'inspection.reinspect',
      allowed: false,
      reason: 'rectifications/same-person',
    }),
  )
  ok(await w.as(authority).post('/api/inspections', visit))
  expect(ok(await w.as(promoter).get(at)).status).toBe('cleared')
})

test('unanswered at the end of its term it is overdue and red, may be escalated, and evidence still ends it', async () => {
  const w = await world()
  const { promoter, inspector, id, at } = await ordered(w)
  const [job] = rectificationJobs
  w.clock.set('2026-03-09T10:00:00Z') // the last day, 18:00
  await job!.run(w.parts, w.district_code)
  expect(ok(await w.as(promoter).get(at)).status).toBe('issued')
  const early = await w.as(inspector).post(`${at}/escalate`, { reason: '拒不整改' })
  expect([early.status, early.body.code]).toEqual([409, 'rectifications/wrong-state'])
  w.clock.set('2026-03-10T02:00:00Z')
  await sweep.run(w.parts, w.district_code)
  await job!.run(w.parts, w.district_code)
  await job!.run(w.parts, w.district_code)
  expect(ok(await w.as(promoter).get(at))).toMatchObject({ status: 'overdue', card: 'red', version: 2 })
  expect(ok(await w.as(promoter).get(`/api/projects/${id}`))).toMatchObject({ card: 'red', card_owner: 'promoter' })
  expect(await audits(w, 'rectification.fall_overdue')).toHaveLength(1)
  expect((await w.as(promoter).post(`${at}/escalate`, { reason: 'x' })).status).toBe(403)
  ok(await w.as(inspector).post(`${at}/escalate`, { reason: '拒不整改' }))
  const sent = ok(await w.as(promoter).post(`${at}/submit-evidence`, { note: '已覆盖' }))
  expect(sent).toMatchObject({ status: 'evidence_submitted', clock_state: 'breached' })
  expect(ok(await w.as(promoter).get(`/api/projects/${id}`)).card).toBe('none')
})

test("the promoter's moves are the promoter's: others are refused, strangers find nothing, a lost race is told", async () => {
  const w = await world()
  const { promoter, authority, inspector, at } = await ordered(w)
  const stranger = await w.member('promoter', { another: true })
  for (const [move, body] of [
    ['acknowledge', {}],
    ['submit-evidence', { note: '已覆盖' }],
  ] as const) {
    const codes = []
    for (const who of [inspector, authority, await w.member('planner'), stranger, await w.member('utility'), null])
      codes.push((await w.as(who).post(`${at}/${move}`, body)).body.code)
    expect(codes).toEqual([
      ...Array(3).fill('rectifications/not-your-move'),
      ...Array(3).fill('rectifications/not-found'),
    ])
  }
  expect((await w.as(promoter).post(`${at}/submit-evidence`, {})).status).toBe(422)
  const both = await Promise.all([1, 2].map(() => w.as(promoter).post(`${at}/acknowledge`, {}, { 'if-match': '"1"' })))
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
  const late = await w.as(promoter).post(`${at}/submit-evidence`, { note: '已覆盖' }, { 'if-match': '"1"' })
  expect([late.status, late.body.code]).toEqual([409, 'rectifications/changed-since'])
  expect((await w.as(promoter).post(`${at}/acknowledge`)).body.code).toBe('rectifications/wrong-state')
})

test('two re-inspections at once: one decides, the other is told that it is decided', async () => {
  const w = await world()
  const { promoter, inspector, at, made } = await ordered(w)
  const visit = { follows_rectification_id: made.rectification_id, outcome: 'passed', position: near }
  const both = await Promise.all([1, 2].map(() => w.as(inspector).post('/api/inspections', visit)))
  expect(both.map((answer) => answer.status).sort()).toEqual([201, 409])
  expect(ok(await w.as(promoter).get(at)).status).toBe('cleared')
  expect(await audits(w, 'rectification.clear')).toHaveLength(1)
})

test('a list holds what the caller may see: own ones, open ones, one dig’s', async () => {
  const w = await world()
  const { promoter, inspector, id } = await ordered(w)
  const count = async (who: typeof promoter, query: string) =>
    ok(await w.as(who).get(`/api/rectifications${query}`)).rectifications.length
  const stranger = await w.member('promoter', { another: true })
  expect(await count(promoter, '?mine=true')).toBe(1)
  expect(await count(inspector, '?mine=true&open=true')).toBe(1)
  expect(await count(await w.member('authority'), '?mine=true')).toBe(0)
  expect(await count(await w.member('authority'), `?project_id=${id}`)).toBe(1)
  expect(await count(stranger, '')).toBe(0)
  expect((await w.as(stranger).get(`/api/rectifications?project_id=${id}`)).status).toBe(404)
  expect((await w.as(null).get('/api/rectifications')).status).toBe(401)
  expect((await w.as(promoter).get('/api/rectifications?status=open')).status).toBe(422)
})

test('a rectification of another dig is not followed here', async () => {
  const w = await world()
  const { inspector, made } = await ordered(w)
  const other = await fileDig(w, '另一条路')
  const answer = await w.as(inspector).post('/api/inspections', {
    project_id: other.id,
    follows_rectification_id: made.rectification_id,
    outcome: 'passed',
  })
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/follows_rectification_id'])
})

test('works whose rectification is open do not close; cleared or withdrawn ones do not hold them up', async () => {
  const w = await world()
  const { inspector, made } = await ordered(w)
  const key = { district_code: w.district_code, project_id: made.project_id.slice(-36) }
  const open = () => w.look(({ tx }) => tx.one('works/count_open_matters', key))
  expect(await open()).toEqual({ count: 1 })
  ok(await w.as(inspector).post(`/api/inspections/${made.id}/withdraw`, { reason: '错' }))
  expect(await open()).toEqual({ count: 0 })
})
