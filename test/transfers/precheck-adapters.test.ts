import { expect, test } from 'vitest'
import type { Outbound, OutboundAnswer, OutboundPost } from '../../server/http/outbound.ts'
import { createAccountBook } from '../../server/simulator/account-book.ts'
import { simulated_kinds, type SimulatedKind } from '../../server/simulator/kinds.ts'
import { precheckAnswer as simulatedAnswer } from '../../server/simulator/precheck-answer.ts'
import { precheckAnswer } from '../../server/transfers/adapters/answer.ts'
import { adapterOf } from '../../server/transfers/adapters/index.ts'
import { precheck } from '../../server/transfers/adapters/precheck.ts'

const book = createAccountBook([
  { account_no: 'clear', holder_name: '王小明' },
  { account_no: 'debt', holder_name: '王小明', arrears_yuan: 86.4 },
  { account_no: 'limited', holder_name: '王小明', is_restricted: true },
])
const ask = (kind: SimulatedKind, account_no: string, unit_code = 'U1') => {
  const question = { account_no, unit_code, check: ['arrears'] }
  return adapterOf(kind)(precheckAnswer.parse(simulatedAnswer(kind, 'U1', book, question)))
}
const read = (kind: string, answer: object) => adapterOf(kind)(precheckAnswer.parse(answer))

test.each(simulated_kinds)('every finding of %s arrives in our words, whatever its codes are', (kind) => {
  expect(ask(kind, 'clear')).toEqual({ verdict: 'passed', holder_name_masked: '王**' })
  expect(ask(kind, 'debt')).toMatchObject({ verdict: 'blocked', reason: 'arrears', arrears_yuan: 86.4 })
  expect(ask(kind, 'limited')).toMatchObject({ verdict: 'blocked', reason: 'restricted', arrears_yuan: null })
  expect(ask(kind, 'nobody')).toMatchObject({ verdict: 'blocked', reason: 'account_not_found' })
  expect(ask(kind, 'clear', 'U2')).toMatchObject({ verdict: 'blocked', reason: 'no_route' })
})

test.each([
  ['water', '0'],
  ['water', '0000'],
  ['power', '200'],
  ['power', '0000'],
  ['gas', '1000'],
  ['gas', '0000'],
  ['heat', '0000'],
])('%s says success with %s', (kind, code) => {
  expect(read(kind, { result: 1, code })).toMatchObject({ verdict: 'passed' })
})

test('one utility’s success is not another’s', () => {
  for (const [kind, code] of [
    ['water', '200'],
    ['power', '0'],
    ['gas', '200'],
    ['heat', '0'],
  ] as const) {
    expect(read(kind, { result: 1, code })).toEqual({ verdict: 'unclear', code, detail: null })
  }
})

test('codes come as numbers too', () => {
  expect(read('power', { result: '1', code: 200 })).toMatchObject({ verdict: 'passed' })
})

test('success with result 0 is unclear, and success with a debt is a debt', () => {
  expect(read('water', { result: 0, code: '0' })).toMatchObject({ verdict: 'unclear' })
  expect(read('water', { result: 1, code: '0', arrears_yuan: 12 })).toMatchObject({
    verdict: 'blocked',
    reason: 'arrears',
    arrears_yuan: 12,
  })
})

test('a holder’s name that the utility forgot to mask is masked here', () => {
  expect(read('water', { result: 1, code: '0', holder_name_masked: '王小明' })).toMatchObject({
    holder_name_masked: '王**',
  })
  expect(read('water', { result: 1, code: '0', holder_name_masked: '王' })).toMatchObject({ holder_name_masked: '王*' })
})

test('a simulated utility refuses a precheck that tells it who buys', () => {
  const question = { account_no: 'clear', unit_code: 'U1', check: ['arrears'] }
  expect(simulatedAnswer('water', 'U1', book, question)).not.toBeNull()
  expect(simulatedAnswer('water', 'U1', book, { ...question, buyer_name: '李四' })).toBeNull()
})

const answering = (answer: Partial<OutboundAnswer>, seen: OutboundPost[] = []): Outbound => ({
  post: async (message) => {
    seen.push(message)
    return { duration_ms: 1, headers: {}, ...answer } as OutboundAnswer
  },
  close: async () => {},
})
const gas = { kind: 'gas', url: 'https://gas.example/precheck' }

test('the question carries account, unit and check, and nothing else that was in the object', async () => {
  const seen: OutboundPost[] = []
  const request = { account_no: '1', unit_code: 'U1', check: ['arrears'] as ['arrears'], buyer_name: '李四' }
  const outbound = answering({ answered: true, status: 200, body_prefix: '{"result":1,"code":"1000"}' }, seen)
  expect(await precheck(outbound, gas, request)).toMatchObject({ verdict: 'passed' })
  expect(seen[0]).toMatchObject({ timeout_ms: 30_000, body: '{"account_no":"1","unit_code":"U1","check":["arrears"]}' })
})

test('silence, an error and an answer that is no answer never block anybody', async () => {
  const request = { account_no: '1', unit_code: 'U1', check: ['arrears'] as ['arrears'] }
  const ask = (answer: Partial<OutboundAnswer>) => precheck(answering(answer), gas, request)
  expect(await ask({ answered: false, error: 'timed_out' } as never)).toEqual({
    verdict: 'no_answer',
    error: 'timed_out',
  })
  expect(await ask({ answered: true, status: 500, body_prefix: '' })).toEqual({
    verdict: 'no_answer',
    error: 'http_500',
  })
  expect(await ask({ answered: true, status: 200, body_prefix: '<html>' })).toEqual({
    verdict: 'no_answer',
    error: 'unreadable',
  })
  expect(await ask({ answered: true, status: 200, body_prefix: '{}' })).toEqual({
    verdict: 'no_answer',
    error: 'unreadable',
  })
})
