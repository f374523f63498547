import { expect, test } from 'vitest'
import { expectStatus, stage } from './stage.ts'

test('the buyer opts out mid-way: a leg already pushed is called off with its utility, which then reads nothing more', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const as = s.as(s.registry)
  const gas = s.as(s.utilities.gas)
  const released = expectStatus(await as.post(`/api/transfers/${id}/legs/gas/opt-out`), 200)
  expect(released.status).toBe('cancel_requested')
  expect(released.consent.is_standing).toBe(false)
  expect((await as.get(`/api/transfers/${id}`)).body.status).toBe('compensating')
  expect((await gas.post(`/api/transfers/${id}/legs/gas/parties`, { reason: 'x' })).status).toBe(409)
  const confirmed = expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/confirm-cancel`), 200)
  expect(confirmed.status).toBe('cancelled')
  expect(expectStatus(await gas.post(`/api/transfers/${id}/legs/gas/confirm-cancel`), 200).version).toBe(
    confirmed.version,
  )
  expect((await as.get(`/api/transfers/${id}`)).body.status).toBe('dispatching')
})

test('opting out before the push ends the leg at once, and the others go on', async () => {
  const s = await stage()
  const { id } = await s.open()
  const as = s.as(s.registry)
  await as.post(`/api/transfers/${id}/precheck`)
  expectStatus(await as.post(`/api/transfers/${id}/legs/gas/opt-out`), 200)
  await s.askUtilities()
  expect((await s.leg(id, 'gas')).status).toBe('opted_out')
  expect((await as.get(`/api/transfers/${id}`)).body.status).toBe('ready')
})

test('a consent can be withdrawn at any time: what was done stays done, and nothing is read any more', async () => {
  const s = await stage()
  const { id } = await s.entered()
  expectStatus(await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/complete`), 200)
  const withdraw = () => s.as(s.registry).post(`/api/transfers/${id}/legs/gas/withdraw-consent`, { reason: '本人要求' })
  const leg = expectStatus(await withdraw(), 200)
  expect([leg.status, leg.consent.is_standing]).toEqual(['completed', false])
  expect(expectStatus(await withdraw(), 200).consent).toEqual(leg.consent)
  const audit = await s.look(({ tx }) =>
    tx.raw(`select detail from audit where district_code = $1 and action = 'consent.withdraw'`, [s.district_code]),
  )
  expect(audit).toEqual([{ detail: { kind: 'gas' } }])
})

test('a registration withdrawn before its entry cancels the case and every leg, and nothing is pushed', async () => {
  const s = await stage()
  const { id } = await s.open()
  const as = s.as(s.registry)
  await as.post(`/api/transfers/${id}/precheck`)
  await s.askUtilities()
  expect((await as.post(`/api/transfers/${id}/cancel`, {})).status).toBe(422)
  const cancelled = expectStatus(await as.post(`/api/transfers/${id}/cancel`, { reason: '双方解除合同' }), 200)
  expect(cancelled.status).toBe('cancelled')
  expect(cancelled.legs.map((leg: any) => leg.status)).toEqual(Array(3).fill('cancelled'))
  const again = await as.post(`/api/transfers/${id}/register-entry`, { certificate_no: 'x' })
  expect([again.status, again.body.code]).toEqual([409, 'transfers/wrong-state'])
  expect(await s.push()).toBe(0)
})

test('a case cancelled after the push waits for its utilities, and one that moved all the same stays to be undone', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const as = s.as(s.registry)
  expect(expectStatus(await as.post(`/api/transfers/${id}/cancel`, { reason: '登记更正' }), 200).status).toBe(
    'compensating',
  )
  for (const kind of ['water', 'power'] as const)
    expectStatus(await s.as(s.utilities[kind]).post(`/api/transfers/${id}/legs/${kind}/confirm-cancel`), 200)
  expectStatus(await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/complete`), 200)
  expect((await as.get(`/api/transfers/${id}`)).body.status).toBe('compensating')
})

test('once an account has moved, a case is not cancelled any more', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const only = expectStatus(await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/complete`), 200)
  expect(only.status).toBe('completed')
  const answer = await s.as(s.registry).post(`/api/transfers/${id}/cancel`, { reason: 'x' })
  expect([answer.status, answer.body.code]).toEqual([409, 'transfers/already-moved'])
  const leg = await s.as(s.registry).post(`/api/transfers/${id}/legs/gas/cancel`, { reason: 'x' })
  expect([leg.status, leg.body.code]).toEqual([409, 'transfers/wrong-state'])
})

test('what a person may do next is in the answer, and each of it works', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const names = (actions: any[]) =>
    actions
      .filter((action) => action.allowed)
      .map((action) => action.name)
      .sort()
  const own = expectStatus(await s.as(s.registry).get(`/api/transfers/${id}/legs/gas`), 200)
  expect(names(own.actions)).toEqual([
    'transfer_leg.manual',
    'transfer_leg.request_cancel',
    'transfer_leg.withdraw_consent',
  ])
  const theirs = expectStatus(await s.as(s.utilities.gas).get(`/api/transfers/${id}/legs/gas`), 200)
  expect(names(theirs.actions)).toEqual(['transfer_leg.acknowledge', 'transfer_leg.complete', 'transfer_leg.reject'])
  const cancel = own.actions.find((action: any) => action.name === 'transfer_leg.request_cancel')
  expect(expectStatus(await s.as(s.registry).post(cancel.href, { reason: 'x' }), 200).status).toBe('cancel_requested')
})
