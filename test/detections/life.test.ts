import { expect, test } from 'vitest'
import { upload } from '../attachments/upload.ts'
import { audits } from '../projects/dig.ts'
import { world, type Answer, type Member, type World } from '../world.ts'
import { box, layDetection, layDig } from './ground.ts'

const ok = (answer: Answer) => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}
const names = (body: { actions: { name: string; allowed: boolean }[] }) =>
  body.actions.map(({ name, allowed }) => `${name.slice('detection.'.length)}${allowed ? '' : ' (off)'}`)
const report = (w: World, rest: object = {}) => ({
  geometry: box(w, 0, 0, 20, 20),
  observed_at: '2026-02-10T03:00:00Z',
  source: 'drone',
  positional_error_m: 2,
  ...rest,
})
/** A detection that nobody permitted, with who follows it up. */
async function reported(w: World, rest: object = {}) {
  const inspector = await w.member('inspector')
  const seen = ok(await w.as(inspector).post('/api/detections', report(w, rest)))
  const at = `/api/detections/${seen.id}`
  const act = (move: string, body: object = {}, as: Member = inspector) => w.as(as).post(`${at}/${move}`, body)
  return { inspector, seen, at, act, id: seen.id as string }
}
const standing = { lon: 103.6, lat: 30.2, accuracy_m: 5 }
const verification = { note: '现场正在开挖', position: standing }
async function found(w: World) {
  const d = await reported(w)
  ok(await d.act('dispatch', { note: '请今日到场' }))
  ok(await d.act('verify', verification))
  return d
}

test('a report under permit closes itself and says which permit, what share and which dates', async () => {
  const w = await world()
  const dig = await layDig(w, { geometry: box(w, 0, 0, 30, 30), from: '2026-02-01', to: '2026-02-28' })
  const { seen, inspector } = await reported(w, { note: '航拍', source: 'satellite' })
  expect(seen).toMatchObject({
    reference: `DT-${w.district_code}-2026-000001`,
    status: 'auto_matched',
    share_covered: 1,
    coverage: 'covered',
    excess: null,
    case: null,
    observed_on: '2026-02-10',
    source: 'satellite',
    positional_error_m: 2,
    note: '航拍',
    geometry: { type: 'MultiPolygon' },
    match: {
      grounds: [
        {
          ground: 'permit',
          share: 1,
          permit_reference: dig.permit_reference,
          project_id: `prj_${w.district_code}_${dig.id}`,
          from_on: '2026-02-01',
          to_on: '2026-02-28',
          geometry: { type: 'MultiPolygon' },
        },
      ],
      matched_share: 0.8,
    },
    version: 2,
  })
  const { explanation_zh, explanation_en } = seen.match
  for (const said of [dig.permit_reference, '2026-02-01 至 2026-02-28', '100 %', '80 %', '自动销号'])
    expect(explanation_zh).toContain(said)
  for (const said of [dig.permit_reference, '2026-02-01 to 2026-02-28', '100 %', '80 %'])
    expect(explanation_en).toContain(said)
  expect(names(seen)).toEqual(['reopen'])
  expect(seen.history.map(({ type }: { type: string }) => type)).toEqual(['detection.reported', 'detection.matched'])
  expect(await audits(w, 'detection.report')).toHaveLength(1)
  expect(ok(await w.as(inspector).get(`/api/detections/${seen.id}`)).version).toBe(2)
})

test('what a permit covers in part opens a case with the excess polygon, to be cleared by the end of the next month', async () => {
  const w = await world()
  await layDig(w, { geometry: box(w, -10, 0, 20, 20) })
  const { seen } = await reported(w, { positional_error_m: 0 })
  expect(seen).toMatchObject({
    status: 'needs_review',
    coverage: 'partly_covered',
    excess: { type: 'MultiPolygon' },
    case: { reference: `${seen.reference}-C01`, is_verified: false, settled_at: null },
    clocks: [{ kind: 'detection.clear_out', due_on: '2026-04-30', state: 'running', card: 'none' }],
  })
  expect(seen.share_covered).toBeCloseTo(0.5, 3)
  expect(seen.excess_m2).toBeCloseTo(200, 0)
  expect(seen.match.explanation_zh).toContain('200 平方米')
  expect(names(seen)).toEqual(['dispatch', 'penalise (off)'])
})

test('no penalty from imagery alone: 409 with its code until somebody was there, whoever asks', async () => {
  const w = await world()
  const d = await reported(w)
  const authority = await w.member('authority')
  const refused = async (as?: Member) => {
    const answer = await d.act('penalise', { reason: '影像清楚' }, as)
    return `${answer.status} ${answer.body.code}`
  }
  expect(d.seen.actions.find(({ name }: { name: string }) => name === 'detection.penalise')).toMatchObject({
    allowed: false,
    reason: 'detections/not-verified',
  })
  expect(await refused()).toBe('409 detections/not-verified')
  ok(await d.act('dispatch'))
  expect(await refused(authority)).toBe('409 detections/not-verified')
  ok(await d.act('verify', verification))
  expect(await refused()).toBe('409 detections/wrong-state') // seen, but nobody has said yet that it is unlawful
  ok(await d.act('find-unlawful', { reason: '未办许可' }))
  expect(ok(await d.act('penalise', { reason: '逾期不改' }, authority))).toMatchObject({ status: 'penalty_case' })
  expect(await audits(w, 'detection.penalise')).toMatchObject([{ reason: '逾期不改', actor_id: authority.id }])
})

test('an unlawful one that came about without a visit is not penalised either', async () => {
  const w = await world()
  const inspector = await w.member('inspector')
  const id = await layDetection(w, box(w, 0, 0, 20, 20), {
    status: 'unlawful',
    coverage: 'not_covered',
    share_covered: 0,
  })
  const answer = await w.as(inspector).post(`/api/detections/det_${w.district_code}_${id}/penalise`, { reason: '处罚' })
  expect([answer.status, answer.body.code]).toEqual([409, 'detections/not-verified'])
})

test('from the finding to the served penalty each term runs by its rule, and it is cleared at the end', async () => {
  const w = await world() // Monday 2 March 2026
  const d = await found(w)
  const clock = (body: { clocks: { kind: string; state: string; due_on: string }[] }, kind: string) => {
    const { state, due_on } = body.clocks.find((one) => one.kind === `detection.${kind}`)!
    return `${state} ${due_on}`
  }
  const unlawful = ok(await d.act('find-unlawful', { reason: '未办许可' }))
  expect(clock(unlawful, 'verification')).toBe('met 2026-03-16')
  expect(clock(unlawful, 'clear_out')).toBe('met 2026-04-30')
  const ordered = ok(await d.act('order-rectification', { reason: '限期回填恢复' }))
  expect(clock(ordered, 'rectification')).toBe('running 2026-03-23')
  const filed = ok(await d.act('penalise', { reason: '情节严重' }))
  expect(clock(filed, 'rectification')).toBe('met 2026-03-23')
  expect(clock(filed, 'penalty_decision')).toBe('running 2026-06-01') // 90 days end on a Sunday
  expect((await d.act('decide-penalty', { reason: '无' })).status).toBe(422)
  const decided = ok(
    await d.act('decide-penalty', {
      reason: '依据第42条',
      decision_reference: '川综执罚〔2026〕7号',
      penalty_yuan: 8000,
    }),
  )
  expect(decided).toMatchObject({
    status: 'penalised',
    case: { decision_reference: '川综执罚〔2026〕7号', penalty_yuan: 8000 },
  })
  expect(clock(decided, 'penalty_service')).toBe('running 2026-03-11')
  ok(await d.act('serve-penalty'))
  const cleared = ok(await d.act('clear', { note: '已缴清' }))
  expect(cleared).toMatchObject({ status: 'cleared', case: { settled_at: expect.any(String), is_verified: true } })
  expect(names(cleared)).toEqual(['reopen'])
  expect(cleared.history.every(({ type, basis_zh }: never) => type === 'detection.reported' || basis_zh)).toBe(true)
})

test('what is put right is cleared on a second visit with proof', async () => {
  const w = await world()
  const d = await found(w)
  ok(await d.act('find-unlawful', { reason: '未办许可' }))
  ok(await d.act('order-rectification', { reason: '限期恢复' }))
  expect((await d.act('confirm-rectified', { note: '已恢复' })).body.code).toBe('detections/invalid')
  const photo = await upload(w, d.inspector, { fields: { subject_id: d.id } })
  const rectified = ok(await d.act('confirm-rectified', { note: '已恢复', attachments: [photo.body.id] }))
  expect(rectified).toMatchObject({
    status: 'rectified',
    verifications: [
      { step: 'verify', position: { type: 'Point' }, distance_m: expect.any(Number) },
      { step: 'confirm_rectified', evidence: [photo.body.id], position: null },
    ],
    files: [{ id: photo.body.id }],
  })
  expect(ok(await d.act('clear')).status).toBe('cleared')
})

test('a verification needs a position or a photo of its own, and a photo of something else is none', async () => {
  const w = await world()
  const d = await reported(w)
  ok(await d.act('dispatch'))
  const bare = await d.act('verify', { note: '看过了' })
  expect([bare.status, bare.body.errors[0].code]).toEqual([422, 'detections/evidence-missing'])
  const other = await reported(w, { geometry: box(w, 200, 0, 20, 20) })
  const photo = await upload(w, d.inspector, { fields: { subject_id: other.id } })
  const wrong = await d.act('verify', { note: '看过了', attachments: [photo.body.id] })
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/attachments/0'])
  const own = await upload(w, d.inspector, { fields: { subject_id: d.id } })
  expect(ok(await d.act('verify', { note: '看过了', attachments: [own.body.id] })).status).toBe('field_verified')
})

test('it may turn out lawful, a false alarm, or one whose permit may follow; the last names its dig', async () => {
  const w = await world()
  const emergency = await layDig(w, { geometry: box(w, 300, 0, 20, 20), has_permit: false, begun_on: '2026-02-09' })
  const plain = await layDig(w, { geometry: box(w, 300, 300, 20, 20) })
  const lawful = await found(w)
  expect(ok(await lawful.act('find-lawful', { reason: '园林养护' })).status).toBe('lawful_matched')
  const false_alarm = await found(await world())
  expect(ok(await false_alarm.act('find-false-alarm', { reason: '大棚反光' })).status).toBe('false_positive')
  const late = await reported(w, { geometry: box(w, 0, 300, 20, 20) })
  ok(await late.act('dispatch'))
  ok(await late.act('verify', verification))
  const asked = (project_reference: string) => late.act('find-retrospective', { reason: '抢修补办', project_reference })
  expect((await asked('DP-nowhere')).body.errors[0].code).toBe('detections/no-such-dig')
  expect((await asked(plain.project_reference)).body.errors[0].code).toBe('detections/dig-not-retrospective')
  expect(ok(await asked(emergency.project_reference))).toMatchObject({
    status: 'lawful_retrospective',
    case: { project_id: `prj_${w.district_code}_${emergency.id}` },
  })
})

test('a settled one is opened again as a new case, which asks for a visit of its own', async () => {
  const w = await world()
  const d = await found(w)
  ok(await d.act('find-false-alarm', { reason: '误判' }))
  w.clock.set('2026-03-20T02:00:00Z')
  const again = ok(await d.act('reopen', { reason: '群众再次反映' }))
  expect(again).toMatchObject({ status: 'reopened', case: { reference: `${again.reference}-C02`, is_verified: false } })
  expect(again.clocks[0]).toMatchObject({ kind: 'detection.clear_out', due_on: '2026-04-30', state: 'running' })
  expect((await d.act('penalise', { reason: '上次看过' })).body.code).toBe('detections/not-verified')
})

test('a lost race is 409 changed-since, a move of another state 409 wrong-state, and nothing is written', async () => {
  const w = await world()
  const d = await reported(w)
  const stale = await w.as(d.inspector).post(`${d.at}/dispatch`, {}, { 'if-match': '"1"' })
  expect([stale.status, stale.body.code]).toEqual([409, 'detections/changed-since'])
  expect((await d.act('verify', verification)).body.code).toBe('detections/wrong-state')
  expect(ok(await w.as(d.inspector).get(d.at))).toMatchObject({ status: 'needs_review', version: 2, verifications: [] })
})

test.each([
  [
    {
      geometry: {
        type: 'LineString',
        coordinates: [
          [103.6, 30.2],
          [103.7, 30.2],
        ],
      },
    },
    '/geometry',
    'detections/polygon-needed',
  ],
  [
    {
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [103.6, 30.2],
            [103.7, 30.2],
            [103.6, 30.3],
          ],
        ],
      },
    },
    '/geometry/coordinates/0',
    'geometry/too-few-positions',
  ],
  [{ observed_at: '2026-03-03T00:00:00Z' }, '/observed_at', 'detections/observed-in-future'],
])('bad input %# is named by its field', async (rest, pointer, code) => {
  const w = await world()
  const answer = await w.as(await w.member('inspector')).post('/api/detections', report(w, rest))
  expect(answer.status).toBe(422)
  expect(answer.body.errors[0]).toMatchObject({ pointer, code })
})
