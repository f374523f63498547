import { expect, test } from 'vitest'
import { inArrears, kinds, stage, expectStatus } from './stage.ts'

test('a sale goes its whole way: opened, prechecked with gas in arrears, entered, pushed, completed; gas follows when it is settled', async () => {
  const s = await stage()
  s.answers.gas = inArrears
  const as = s.as(s.registry)
  const opened = await s.open()
  expect(opened).toMatchObject({ status: 'opened', unit: { label: s.unit.label } })
  expect(opened.reference).toBe(`UT-${s.district_code}-2026-000001`)
  expect(opened.parties.map((party: any) => [party.side, party.name_masked])).toEqual([
    ['buyer', '李**'],
    ['seller', '何**'],
  ])

  const asked = expectStatus(await as.post(`/api/transfers/${opened.id}/precheck`), 200)
  expect(asked.status).toBe('prechecking')
  expect(await s.askUtilities()).toBe(3)
  const checked = expectStatus(await as.get(`/api/transfers/${opened.id}`), 200)
  expect(checked.status).toBe('blocked')
  expect(checked.legs.map((leg: any) => [leg.kind, leg.status, leg.reason_code, leg.arrears_yuan])).toEqual([
    ['gas', 'precheck_blocked', 'arrears', 86.4],
    ['power', 'precheck_passed', null, null],
    ['water', 'precheck_passed', null, null],
  ])

  const entered = expectStatus(
    await as.post(`/api/transfers/${opened.id}/register-entry`, { certificate_no: '川(2026)0001号' }),
    200,
  )
  expect(entered.status).toBe('dispatching')
  expect(await s.push()).toBe(2)
  for (const kind of ['water', 'power'] as const) {
    const utility = s.as(s.utilities[kind])
    const leg = `/api/transfers/${opened.id}/legs/${kind}`
    expect(expectStatus(await utility.post(`${leg}/acknowledge`, { utility_ack: 'W-1' }), 200).status).toBe(
      'acknowledged',
    )
    expect(expectStatus(await utility.post(`${leg}/complete`), 200)).toMatchObject({
      status: 'completed',
      utility_ack: 'W-1',
    })
  }
  expect(expectStatus(await as.get(`/api/transfers/${opened.id}`), 200).status).toBe('partially_completed')

  const gas = s.as(s.utilities.gas)
  const settled = expectStatus(await gas.post(`/api/transfers/${opened.id}/legs/gas/settle`), 200)
  expect(settled.status).toBe('armed')
  await s.push()
  expectStatus(await gas.post(`/api/transfers/${opened.id}/legs/gas/acknowledge`), 200)
  expectStatus(await gas.post(`/api/transfers/${opened.id}/legs/gas/complete`), 200)
  const done = expectStatus(await as.get(`/api/transfers/${opened.id}`), 200)
  expect(done.status).toBe('completed')
  expect(done.finished_at).not.toBeNull()
})

test('a blocked leg that passes a later check is pushed after the register entry, and no utility is asked twice about the others', async () => {
  const s = await stage()
  s.answers.gas = inArrears
  const { id } = await s.entered()
  expect((await s.leg(id, 'gas')).status).toBe('precheck_blocked')
  s.answers.gas = { result: 1, code: '1000' }
  s.asked.length = 0
  expectStatus(await s.as(s.registry).post(`/api/transfers/${id}/legs/gas/recheck`), 200)
  await s.askUtilities()
  expect(s.asked.map(({ url }) => url)).toEqual(['https://gas.example/precheck'])
  expect((await s.leg(id, 'gas')).status).toBe('armed')
  expect(await s.push()).toBe(1)
  expect((await s.leg(id, 'gas')).status).toBe('pushed')
})

test('the precheck tells a utility the account, its own unit code and "check arrears", and nothing else', async () => {
  const s = await stage()
  const { id } = await s.open()
  await s.as(s.registry).post(`/api/transfers/${id}/precheck`)
  await s.askUtilities()
  expect(s.asked.map(({ body }) => JSON.parse(body)).sort((a, b) => (a.account_no < b.account_no ? -1 : 1))).toEqual([
    { account_no: '2100001234', unit_code: 'WATER-017', check: ['arrears'] },
    { account_no: '5100005678', unit_code: 'POWER-017', check: ['arrears'] },
    { account_no: '7100009012', unit_code: 'GAS-017', check: ['arrears'] },
  ])
})

test('the register entry is never held up: with every leg unasked or blocked it is made, and the legs follow', async () => {
  const s = await stage()
  for (const kind of kinds) s.answers[kind] = 'silent'
  const { id } = await s.open()
  const entered = expectStatus(
    await s.as(s.registry).post(`/api/transfers/${id}/register-entry`, { certificate_no: '川(2026)0002号' }),
    200,
  )
  expect(entered.legs.map((leg: any) => leg.status)).toEqual(Array(3).fill('precheck_requested'))
  await s.askUtilities()
  expect((await s.leg(id, 'water')).status).toBe('precheck_requested')
  s.answers.water = { result: 1, code: '0' }
  s.clock.add(1)
  await s.askUtilities()
  expect((await s.leg(id, 'water')).status).toBe('armed')
})

test('the same register entry told twice answers the same and makes no second event', async () => {
  const s = await stage()
  const { id } = await s.open()
  const entry = { certificate_no: '川(2026)0003号' }
  const path = `/api/transfers/${id}/register-entry`
  const first = expectStatus(await s.as(s.registry).post(path, entry), 200)
  const second = expectStatus(await s.as(s.registry).post(path, entry), 200)
  expect(second).toEqual(first)
  const other = await s.as(s.registry).post(path, { certificate_no: '川(2026)9999号' })
  expect([other.status, other.body.code]).toEqual([409, 'transfers/wrong-state'])
})
