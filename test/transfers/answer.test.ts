import { expect, test } from 'vitest'
import { expectStatus, inArrears, personal, stage, type Kind, type Stage } from './stage.ts'

const events = (s: Stage, type: string) =>
  s.look(({ tx }) => tx.raw('select id from event where district_code = $1 and type = $2', [s.district_code, type]))
const outcomes = async (s: Stage, id: string, kind: Kind) =>
  (await s.leg(id, kind)).messages.map(({ direction, kind: what, outcome }: any) => [direction, what, outcome])

test('the same callback twice answers the same and makes one event', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const gas = s.as(s.utilities.gas)
  const complete = (key: string) => gas.post(`/api/transfers/${id}/legs/gas/complete`, {}, { 'idempotency-key': key })
  s.clock.add(0.01)
  const first = expectStatus(await complete('one'), 200)
  s.clock.add(0.01)
  const repeated = expectStatus(await complete('one'), 200)
  const again = expectStatus(await complete('two'), 200)
  expect(repeated).toEqual(first)
  expect({ ...again, messages: [] }).toEqual({ ...first, messages: [] })
  expect(await events(s, 'transfer.leg.completed')).toHaveLength(1)
  expect(await outcomes(s, id, 'gas')).toEqual([
    ['out', 'push', 'queued'],
    ['in', 'complete', 'applied_early'],
    ['in', 'complete', 'repeated'],
  ])
})

test('completing before acknowledging is accepted, and the late acknowledgement is kept on record and changes nothing', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const gas = s.as(s.utilities.gas)
  const done = expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/complete`), 200)
  expect(done.acknowledged_at).not.toBeNull()
  expect(done.clocks.map((clock: any) => [clock.kind, clock.state])).toEqual([['transfer.acknowledgement', 'met']])
  s.clock.add(0.01)
  const late = expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/acknowledge`, { utility_ack: 'G-1' }), 200)
  expect([late.status, late.version]).toEqual(['completed', done.version])
  expect((await outcomes(s, id, 'gas')).at(-1)).toEqual(['in', 'acknowledge', 'out_of_order'])
})

test('a contradiction is refused, and that it came stays on record', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const gas = s.as(s.utilities.gas)
  expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/complete`), 200)
  s.clock.add(0.01)
  const answer = await gas.post(`/api/transfers/${id}/legs/gas/reject`, { reason_code: 'arrears' })
  expect([answer.status, answer.body.code]).toEqual([409, 'transfers/wrong-state'])
  expect((await outcomes(s, id, 'gas')).at(-1)).toEqual(['in', 'reject', 'refused'])
  expect((await s.leg(id, 'gas')).status).toBe('completed')
})

test('three utilities that answer at the same moment, each twice, end the case once', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const calls = (['water', 'power', 'gas'] as const).flatMap((kind) =>
    [1, 2].map(() => s.as(s.utilities[kind]).post(`/api/transfers/${id}/legs/${kind}/complete`)),
  )
  expect((await Promise.all(calls)).map((answer) => answer.status)).toEqual(Array(6).fill(200))
  expect(await events(s, 'transfer.leg.completed')).toHaveLength(3)
  const sale = expectStatus(await s.as(s.registry).get(`/api/transfers/${id}`), 200)
  expect(sale.status).toBe('completed')
})

test('what a registry or a utility was told once is not kept in clear, and reading personal data is never answered from a store', async () => {
  const s = await stage()
  const key = { 'idempotency-key': 'k1' }
  const opened = expectStatus(await s.as(s.registry).post('/api/transfers', s.input(), key), 201)
  const { id } = await s.entered()
  const read = () => s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/parties`, { reason: '办理' }, key)
  expectStatus(await read(), 200)
  expectStatus(await read(), 200)
  const kept = await s.look(async ({ tx }) => ({
    text: JSON.stringify(await tx.raw('select * from idempotency_key where district_code = $1', [s.district_code])),
    reads: await tx.raw(`select 1 from audit where district_code = $1 and action = 'transfer_leg.read_parties'`, [
      s.district_code,
    ]),
  }))
  for (const value of [...personal, opened.tracking.token]) expect(kept.text).not.toContain(value)
  expect(kept.reads).toHaveLength(2)
  const repeated = await s.as(s.registry).post('/api/transfers', s.input({ acceptance_no: 'other-1' }), key)
  expect(repeated.status).toBe(422)
})

test('a key may not be used for another answer', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const gas = s.as(s.utilities.gas)
  const key = { 'idempotency-key': 'k' }
  expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/acknowledge`, {}, key), 200)
  const answer = await gas.post(`/api/transfers/${id}/legs/gas/complete`, {}, key)
  expect([answer.status, answer.body.code]).toEqual([422, 'http/idempotency-key-reused'])
})

test('a lost race is told as one: the version that the caller saw is gone', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const gas = s.as(s.utilities.gas)
  const seen = (await gas.get(`/api/transfers/${id}/legs/gas`)).headers.get('etag')!
  expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/acknowledge`, {}, { 'if-match': seen }), 200)
  const late = await gas.post(`/api/transfers/${id}/legs/gas/complete`, {}, { 'if-match': seen })
  expect([late.status, late.body.code]).toEqual([409, 'transfers/changed-since'])
  const sale = (await s.as(s.registry).get(`/api/transfers/${id}`)).headers.get('etag')!
  expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/complete`), 200)
  const cancel = await s
    .as(s.registry)
    .post(`/api/transfers/${id}/cancel`, { reason: '解除合同' }, { 'if-match': sale })
  expect(cancel.status).toBe(409)
})

test('nothing is answered before the register entry, and no utility is told before it', async () => {
  const s = await stage()
  const { id } = await s.open()
  const as = s.as(s.registry)
  await as.post(`/api/transfers/${id}/precheck`)
  await s.askUtilities()
  const waiting = expectStatus(await as.post(`/api/transfers/${id}/await-entry`), 200)
  expect([waiting.status, waiting.legs[0].status]).toEqual(['awaiting_register_entry', 'armed'])
  expect(await s.push()).toBe(0)
  const early = await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/complete`)
  expect([early.status, early.body.code]).toEqual([409, 'transfers/wrong-state'])
})

test('arrears that come up at the push reject the leg; nothing pushes it again but a person, under a key of a new round', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const gas = s.as(s.utilities.gas)
  const first = (await s.leg(id, 'gas')).push_key
  expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/acknowledge`), 200)
  const rejected = expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/reject`, { reason_code: 'arrears' }), 200)
  expect([rejected.status, rejected.reason_code]).toEqual(['rejected', 'arrears'])
  expect(await s.push()).toBe(0)
  expectStatus(await s.as(s.registry).post(`/api/transfers/${id}/legs/gas/recheck`), 200)
  await s.askUtilities()
  await s.push()
  const again = await s.leg(id, 'gas')
  expect([again.status, again.push_key]).toEqual(['pushed', `${first}:r2`])
})

test('a rejection needs a reason of the dictionary', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const gas = s.as(s.utilities.gas)
  const answer = await gas.post(`/api/transfers/${id}/legs/gas/reject`, { reason_code: 'weather' })
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/reason_code'])
  expect((await gas.post(`/api/transfers/${id}/legs/gas/reject`, {})).status).toBe(422)
})

test('an account that the utility does not know is blocked with that reason and no debt', async () => {
  const s = await stage()
  s.answers.gas = { result: 0, code: '2001', detail: '燃气户号不存在' }
  const { id } = await s.entered()
  expect(await s.leg(id, 'gas')).toMatchObject({
    status: 'precheck_blocked',
    reason_code: 'account_not_found',
    arrears_yuan: null,
  })
  const settle = await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/settle`)
  expect([settle.status, settle.body.code]).toEqual([409, 'transfers/wrong-state'])
})

test('of arrears the sellers are told, without the amount and without a word of the utility', async () => {
  const s = await stage()
  s.answers.gas = inArrears
  const { id, reference } = await s.entered()
  const told = await s.look(({ tx }) =>
    tx.raw('select recipient_label, params from message where district_code = $1 and template = $2', [
      s.district_code,
      'transfer.arrears',
    ]),
  )
  expect(told).toEqual([{ recipient_label: 'seller', params: { reference, kind: 'gas' } }])
  expect((await s.leg(id, 'gas')).reason_detail).toBeNull()
})

test('every move of a leg leaves its audit row, by whom', async () => {
  const s = await stage()
  const { id } = await s.entered({ legs: (s.input().legs as any[]).filter((leg) => leg.kind === 'gas') })
  await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/acknowledge`)
  await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/complete`)
  const rows = await s.look(({ tx }) =>
    tx.raw<{ row: string }>(
      `select actor_role || ' ' || action as row from audit where district_code = $1 and subject_kind = 'transfer_leg' order by recorded_at, action`,
      [s.district_code],
    ),
  )
  expect(rows.map(({ row }) => row).sort()).toEqual([
    'registry transfer_leg.arm',
    'registry transfer_leg.request_precheck',
    'system transfer_leg.pass',
    'system transfer_leg.push',
    'utility transfer_leg.acknowledge',
    'utility transfer_leg.complete',
  ])
})
