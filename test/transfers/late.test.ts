import { expect, test } from 'vitest'
import { nightSince, reconcile } from '../../server/transfers/reconcile.ts'
import { retryLegs, retry_cap, timeOutLegs } from '../../server/transfers/time-out.ts'
import { expectStatus, inArrears, stage, type Stage } from './stage.ts'

const sweep = async (s: Stage) => {
  await retryLegs(s.parts, s.district_code)
  await timeOutLegs(s.parts, s.district_code)
}
const types = async (s: Stage, type: string) =>
  (
    await s.look(({ tx }) =>
      tx.raw('select id from event where district_code = $1 and type = $2', [s.district_code, type]),
    )
  ).length

test('a utility that says nothing is late after its clock, told again under the same key, and after eight tries a person takes over', async () => {
  const s = await stage({ now: '2026-03-02T02:00:00Z' })
  const { id } = await s.entered({ legs: (s.input().legs as any[]).filter((leg) => leg.kind === 'gas') })
  const { push_key } = await s.leg(id, 'gas')
  s.clock.set('2026-03-03T15:00:00Z')
  await sweep(s)
  expect((await s.leg(id, 'gas')).status).toBe('pushed')
  s.clock.set('2026-03-04T02:00:00Z')
  await sweep(s)
  expect(await s.leg(id, 'gas')).toMatchObject({ status: 'timed_out', reason_code: 'no_acknowledgement' })
  for (let i = 0; i <= retry_cap + 1; i++) {
    await sweep(s)
    s.clock.add(70)
  }
  expect(await s.leg(id, 'gas')).toMatchObject({ status: 'manual', push_key, attempts: retry_cap })
  expect(await types(s, 'transfer.leg.retried')).toBe(retry_cap)
  const late = expectStatus(await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/complete`), 200)
  expect(late.status).toBe('completed')
  expect(late.clocks[0].state).toBe('breached')
})

test('a retry waits its time, and an answer ends the retrying', async () => {
  const s = await stage({ now: '2026-03-02T02:00:00Z' })
  const { id } = await s.entered()
  s.clock.set('2026-03-04T02:00:00Z')
  await sweep(s)
  await sweep(s)
  await sweep(s)
  expect(await types(s, 'transfer.leg.retried')).toBe(3)
  const acknowledged = expectStatus(await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/acknowledge`), 200)
  expect([acknowledged.status, acknowledged.reason_code]).toEqual(['acknowledged', null])
  expect(acknowledged.clocks.map((clock: any) => [clock.kind, clock.state])).toEqual([
    ['transfer.acknowledgement', 'breached'],
    ['transfer.completion', 'running'],
  ])
  s.clock.add(1)
  await sweep(s)
  expect((await s.leg(id, 'gas')).status).toBe('acknowledged')
})

test('a server killed between asking a utility and writing its answer asks again when the lease is over, and once', async () => {
  const s = await stage()
  const { id } = await s.open({ legs: (s.input().legs as any[]).filter((leg) => leg.kind === 'gas') })
  await s.as(s.registry).post(`/api/transfers/${id}/precheck`)
  await s.look(({ tx, wall }) =>
    tx.many('transfers/claim_prechecks', {
      district_code: s.district_code,
      day: '2026-03-02',
      wall: wall.toISOString(),
      lease_until: new Date(wall.getTime() + 60_000).toISOString(),
      limit: 8,
    }),
  )
  expect(await s.askUtilities()).toBe(0)
  s.clock.add(0.1)
  expect(await s.askUtilities()).toBe(1)
  expect((await s.leg(id, 'gas')).status).toBe('precheck_passed')
  expect(await s.askUtilities()).toBe(0)
})

test('a push is made once, however often it is tried', async () => {
  const s = await stage()
  const { id } = await s.entered()
  expect(await s.push()).toBe(0)
  await Promise.all([s.push(), s.push()])
  expect(await types(s, 'transfer.leg.pushed')).toBe(3)
  expect((await s.leg(id, 'gas')).messages).toHaveLength(1)
})

test('two takers at the same time push a leg once between them', async () => {
  const s = await stage()
  const opened = await s.open()
  const as = s.as(s.registry)
  await as.post(`/api/transfers/${opened.id}/precheck`)
  await s.askUtilities()
  await as.post(`/api/transfers/${opened.id}/register-entry`, { certificate_no: '川(2026)1号' })
  await Promise.all([s.push(), s.push()])
  expect(await types(s, 'transfer.leg.pushed')).toBe(3)
})

test('silence and an answer nobody can read block no one: they are asked again, and the registry sees why it waits', async () => {
  const s = await stage()
  s.answers.gas = 'silent'
  s.answers.power = { result: 1, code: '???' }
  const { id } = await s.open()
  await s.as(s.registry).post(`/api/transfers/${id}/precheck`)
  for (let i = 0; i < 4; i++) {
    await s.askUtilities()
    s.clock.add(0.01)
  }
  expect(await s.leg(id, 'gas')).toMatchObject({ status: 'precheck_requested', reason_code: 'no_answer', attempts: 3 })
  expect(await s.leg(id, 'power')).toMatchObject({ status: 'precheck_requested', reason_code: 'unclear', attempts: 1 })
  expect(await types(s, 'transfer.leg.precheck_unanswered')).toBe(2)
  expect((await s.as(s.registry).get(`/api/transfers/${id}`)).body.status).toBe('prechecking')
})

test('by night every leg open for more than a day is reported to its utility once, and blocked ones are checked again', async () => {
  const s = await stage({ now: '2026-03-02T02:00:00Z' })
  s.answers.water = { result: 0, code: '1002', arrears_yuan: 5 }
  const { id } = await s.entered()
  s.clock.set('2026-03-03T14:59:00Z')
  await reconcile(s.parts, s.district_code)
  expect(await types(s, 'transfer.leg.still_open')).toBe(0)
  s.clock.set('2026-03-03T15:00:00Z')
  s.answers.water = { result: 1, code: '0' }
  await reconcile(s.parts, s.district_code)
  await reconcile(s.parts, s.district_code)
  expect(await types(s, 'transfer.leg.still_open')).toBe(2)
  expect((await s.leg(id, 'water')).status).toBe('precheck_requested')
  await s.askUtilities()
  await s.push()
  expect((await s.leg(id, 'water')).status).toBe('pushed')
})

test('a leg taken by hand is left alone by every job and stays open until somebody ends it', async () => {
  const s = await stage()
  s.answers.gas = inArrears
  const { id } = await s.entered()
  const taken = expectStatus(await s.as(s.registry).post(`/api/transfers/${id}/legs/gas/manual`), 200)
  expect([taken.status, taken.reason_code]).toEqual(['manual', 'arrears'])
  s.clock.set('2026-03-09T16:00:00Z')
  await reconcile(s.parts, s.district_code)
  await sweep(s)
  expect((await s.leg(id, 'gas')).status).toBe('manual')
})

test.each([
  ['2026-03-03T14:59:59Z', null],
  ['2026-03-03T15:00:00Z', '2026-03-03T15:00:00.000Z'],
  ['2026-03-03T16:30:00Z', '2026-03-03T15:00:00.000Z'],
  ['2026-03-03T21:59:59Z', '2026-03-03T15:00:00.000Z'],
  ['2026-03-03T22:00:00Z', null],
])('at %s the night began at %s', (now, since) => {
  expect(nightSince(new Date(now))?.toISOString() ?? null).toBe(since)
})
