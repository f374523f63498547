import { expect, test } from 'vitest'
import { sweepJob } from '../../server/clocks/sweep.ts'
import { upload } from '../attachments/upload.ts'
import { audits } from '../projects/dig.ts'
import { ok, toldTo } from '../permits/stage.ts'
import { counter, track } from './stage.ts'

const sweep = sweepJob(async () => {})
const codes = (answer: { body: { code?: string; errors?: { code: string }[] } }) => [
  answer.body.code,
  ...(answer.body.errors ?? []).map(({ code }) => code),
]
const offered = (body: { actions: { name: string; allowed: boolean }[] }) =>
  body.actions.map(({ name, allowed }) => `${name.slice('petition.'.length)}${allowed ? '' : ' (off)'}`)

test('a request is graded, dispatched with the term of its grade, answered, judged by the third party and closed; the link tells each step', async () => {
  const c = await counter()
  const { w, authority, promoter, judge } = c
  const p = await c.ask({ project_id: c.scene.id })
  expect(await track(w, p)).toMatchObject({
    state: 'submitted',
    rounds: [],
    can_say: false,
    dig: { name: '测试路给水管' },
  })
  const seen = ok(await w.as(authority).get(p.at)).body
  expect(seen).toMatchObject({ proposed_grade: 3, due_for: 'petition.dispatching', due_on: '2026-03-13' })
  expect(offered(seen)).toEqual(['grade', 'merge'])

  ok(await c.act(authority, p, 'grade', { grade: 3 }))
  const body = { unit_id: c.org(promoter), judge_id: c.org(judge) }
  const out = ok(await c.act(authority, p, 'dispatch', body)).body
  expect(out).toMatchObject({ status: 'dispatched', round: 1, due_for: 'petition.answer', due_on: '2026-03-19' })
  expect(await toldTo(w, promoter)).toContain('petition.dispatched')

  const file = await upload(w, promoter, { fields: { subject_id: p.id } })
  expect(offered(ok(await w.as(promoter).get(p.at)).body)).toEqual(['answer'])
  ok(await c.act(promoter, p, 'answer', { answer: '已调整至晚十点前停工', attachments: [file.body.id] }))
  expect(await toldTo(w, judge)).toEqual(['petition.answered'])
  expect(await track(w, p)).toMatchObject({
    state: 'answered',
    can_say: true,
    rounds: [{ unit_zh: '测试promoter', due_on: '2026-03-19', answer: '已调整至晚十点前停工', files: 1, result: null }],
  })
  const judging = ok(await w.as(judge).get(p.at)).body
  expect(offered(judging)).toEqual(['judge', 'find_unsatisfied'])
  expect(judging.rounds[0].files).toMatchObject([{ id: file.body.id }])
  ok(await c.act(judge, p, 'judge', { result: 'basically_satisfied' }))
  ok(await c.act(authority, p, 'close'))
  expect(await track(w, p)).toMatchObject({ state: 'closed', rounds: [{ result: 'basically_satisfied' }] })
  const { clocks, history } = ok(await w.as(authority).get(p.at)).body
  expect(clocks.map(({ kind, state }: Record<string, string>) => `${kind} ${state}`).sort()).toEqual([
    'petition.answer met',
    'petition.dispatching met',
    'petition.judgement met',
  ])
  expect(history.map(({ type }: { type: string }) => type.slice('petition.'.length))).toEqual([
    'submitted',
    'graded',
    'dispatched',
    'answered',
    'judged',
    'closed',
  ])
  for (const act of ['submit', 'grade', 'dispatch', 'answer', 'judge', 'close'])
    expect(await audits(w, `petition.${act}`), act).toHaveLength(1)
})

test('no move refuses a request: from the door it is graded, dispatched or linked, and outside the authority’s duty it goes on with the reason', async () => {
  const c = await counter()
  const p = await c.ask({ kind_code: 'other', body: '楼下餐馆油烟太大' })
  expect(codes(await c.act(c.authority, p, 'grade', { grade: 1 }))).toContain('petitions/reason-needed')
  ok(await c.act(c.authority, p, 'grade', { grade: 4 }))
  const to = { unit_id: c.org(await c.w.member('planner')), judge_id: c.org(c.judge), is_outside_duty: true }
  expect(codes(await c.act(c.authority, p, 'dispatch', to))).toContain('petitions/reason-needed')
  const out = ok(await c.act(c.authority, p, 'dispatch', { ...to, reason: '属餐饮油烟，转相应单位' })).body
  expect(out).toMatchObject({
    status: 'dispatched',
    is_outside_duty: true,
    rounds: [{ reason: '属餐饮油烟，转相应单位' }],
  })
  for (const move of ['refuse', 'reject', 'not-accept']) expect((await c.act(c.authority, p, move)).status).toBe(404)
})

test('who dispatches or answers does not judge, now or in a later round, and only who was chosen does', async () => {
  const c = await counter()
  const { authority, promoter, judge, w } = c
  const p = await c.ask()
  ok(await c.act(authority, p, 'grade', { grade: 3 }))
  const dispatch = (unit: string, third: string) => c.act(authority, p, 'dispatch', { unit_id: unit, judge_id: third })
  expect(codes(await dispatch(c.org(promoter), c.org(authority)))).toContain('petitions/judge-not-third')
  const planner = await w.member('planner')
  expect(codes(await dispatch(c.org(planner), c.org(planner)))).toContain('petitions/judge-not-third')
  expect(codes(await dispatch(c.org(promoter), c.org(await w.member('registry'))))).toContain('petitions/no-such-judge')
  expect(codes(await dispatch(c.org(judge), c.org(planner)))).toContain('petitions/no-such-unit')
  ok(await dispatch(c.org(planner), c.org(judge)))
  expect(codes(await c.act(await w.member('inspector'), p, 'answer', { answer: '不归我' }))).toEqual([
    'petitions/not-your-unit',
  ])
  ok(await c.act(planner, p, 'answer', { answer: '已处理' }))
  expect(codes(await c.act(authority, p, 'judge', { result: 'satisfied' }))).toEqual(['petitions/not-the-judge'])
  expect((await c.act(promoter, p, 'judge', { result: 'satisfied' })).status).toBe(404)
  ok(await c.act(judge, p, 'find-unsatisfied', { note: '仍在夜间施工' }))
  const again = { unit_id: c.org(promoter), judge_id: c.org(planner) }
  expect(codes(await c.act(authority, p, 'dispatch-again', again))).toContain('petitions/judge-not-third')
})

test('unsatisfied, it goes out again a grade up, with its term; only after that may it be closed unsatisfied', async () => {
  const c = await counter()
  const { authority, promoter, judge } = c
  const p = await c.answered()
  ok(await c.act(judge, p, 'find-unsatisfied', { note: '仍在夜间施工' }))
  expect(codes(await c.act(authority, p, 'close'))).toEqual(['petitions/dispatch-again-first'])
  const to = { unit_id: c.org(promoter), judge_id: c.org(judge) }
  const out = ok(await c.act(authority, p, 'dispatch-again', to)).body
  expect(out).toMatchObject({
    grade: 2,
    round: 2,
    due_on: '2026-03-17',
    rounds: [{ result: 'unsatisfied' }, { grade: 2 }],
  })
  ok(await c.act(promoter, p, 'answer', { answer: '已停工整改' }))
  ok(await c.act(judge, p, 'find-unsatisfied', { note: '还是不满意' }))
  expect(codes(await c.act(authority, p, 'dispatch-again', to))).toEqual(['petitions/no-more-rounds'])
  ok(await c.act(authority, p, 'close'))
})

test('silence runs over the clock: yellow, then red, for the unit on its desk', async () => {
  const c = await counter()
  const p = await c.dispatched()
  const card = async () => ok(await c.w.as(c.authority).get(p.at)).body.card
  expect(await card()).toBe('none')
  c.w.clock.set('2026-03-18T02:00:00Z')
  await sweep.run(c.w.parts, c.w.district_code)
  expect(await card()).toBe('yellow')
  c.w.clock.set('2026-03-20T02:00:00Z')
  await sweep.run(c.w.parts, c.w.district_code)
  expect(await card()).toBe('red')
  const { items } = ok(await c.w.as(c.promoter).get('/api/desk')).body
  expect(items).toContainEqual(
    expect.objectContaining({
      subject_id: p.id,
      kind: 'petition.answer',
      card: 'red',
      days_late: 1,
      reference: p.reference,
    }),
  )
  const late = ok(await c.w.as(c.authority).get('/api/petitions?card=red')).body.petitions
  expect(late.map(({ id }: { id: string }) => id)).toEqual([p.id])
  ok(await c.act(c.promoter, p, 'answer', { answer: '迟复为歉' }))
  const { clocks } = ok(await c.w.as(c.authority).get(p.at)).body
  expect(clocks).toContainEqual(expect.objectContaining({ kind: 'petition.answer', state: 'breached' }))
})

test('a request that says the same is linked, not refused: its link shows how the other one stands', async () => {
  const c = await counter()
  const [first, second] = [await c.ask(), await c.ask()]
  const merge = (petition_reference: string, p = second) => c.act(c.authority, p, 'merge', { petition_reference })
  expect(codes(await merge('QS-000000-2026-000001'))).toContain('petitions/no-such-petition')
  expect(codes(await merge(second.reference))).toContain('petitions/merged-itself')
  ok(await merge(first.reference))
  expect(codes(await merge(second.reference, first))).toContain('petitions/no-such-petition')
  expect(await track(c.w, second)).toMatchObject({ state: 'submitted', merged_into: first.reference, can_say: false })
  ok(await c.act(c.authority, first, 'grade', { grade: 3 }))
  expect(await track(c.w, second)).toMatchObject({ state: 'graded', merged_into: first.reference })
  const third = await c.ask()
  expect(codes(await merge(third.reference, first))).toContain('petitions/merged-itself')
})

test('a lost race, a wrong state, a wrong role and another district are told apart', async () => {
  const c = await counter()
  const { w, authority } = c
  const p = await c.ask()
  const grade = (version: string) => w.as(authority).post(`${p.at}/grade`, { grade: 3 }, { 'if-match': version })
  ok(await grade('"1"'))
  expect(codes(await grade('"1"'))).toEqual(['petitions/changed-since'])
  expect(codes(await c.act(authority, p, 'close'))).toEqual(['petitions/wrong-state'])
  expect(codes(await c.act(await w.member('inspector'), p, 'grade', { grade: 3 }))).toEqual(['petitions/not-your-move'])
  const other = await counter()
  expect((await other.act(other.authority, p, 'grade', { grade: 3 })).status).toBe(404)
  expect((await w.as(null).get(p.at)).status).toBe(404)
  expect((await w.as(null).get('/api/petitions')).status).toBe(401)
})

test('a repeat under the same key is carried out once', async () => {
  const c = await counter()
  const p = await c.ask()
  const key = { 'idempotency-key': 'once' }
  const send = () => c.w.as(c.authority).post(`${p.at}/grade`, { grade: 3 }, key)
  ok(await send())
  expect((await send()).headers.get('idempotent-replay')).toBe('true')
  expect(await audits(c.w, 'petition.grade')).toHaveLength(1)
})

test('a unit sees a request only once it is its own; a promoter of the dig that is not the unit does not', async () => {
  const c = await counter()
  const { w, promoter } = c
  const p = await c.ask({ project_id: c.scene.id })
  expect((await w.as(promoter).get(p.at)).status).toBe(404)
  expect(ok(await w.as(promoter).get('/api/petitions')).body.petitions).toEqual([])
  const all = await c.dispatched()
  expect((await w.as(promoter).get(all.at)).status).toBe(200)
  expect((await w.as(await w.member('promoter', { another: true })).get(all.at)).status).toBe(404)
  const units = ok(await w.as(c.authority).get(`${p.at}/units`)).body
  expect(units.units[0]).toMatchObject({ id: c.org(promoter), is_promoter: true })
  expect(units.judges.map(({ id }: { id: string }) => id)).not.toContain(c.org(c.authority))
})
