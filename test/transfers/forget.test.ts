import { expect, test } from 'vitest'
import { forgetEndedSales } from '../../server/transfers/forget.ts'
import { audits } from '../projects/dig.ts'
import { expectStatus, stage, type Stage } from './stage.ts'

const left = (s: Stage) =>
  s.look(async ({ tx }) => {
    const [row] = await tx.raw(
      `select (select count(*)::int from transfer_party where district_code = $1) as parties,
              (select count(*)::int from transfer_leg where district_code = $1 and (account_sealed is not null or account_hmac is not null or account_masked is not null)) as accounts,
              (select count(*)::int from message where district_code = $1 and phone_sealed is not null and recipient_label in ('buyer', 'seller')) as phones,
              (select count(*)::int from transfer_case where district_code = $1) as cases,
              (select count(*)::int from consent_receipt where district_code = $1) as receipts,
              (select count(*)::int from event where district_code = $1) as events`,
      [s.district_code],
    )
    return row as Record<string, number>
  })

test('a year after a sale ended nobody is named any more; its codes, receipts and events stay, and the audit says so once', async () => {
  const s = await stage()
  const as = s.as(s.registry)
  const sale = await s.open()
  expectStatus(await as.post(`/api/transfers/${sale.id}/cancel`, { reason: '双方解除合同' }), 200)
  const before = await left(s)
  expect(before).toMatchObject({ parties: 2, accounts: 3 })
  expect(before['phones']).toBeGreaterThan(0)

  s.clock.set('2027-03-01T15:00:00Z')
  await forgetEndedSales(s.parts, s.district_code)
  expect(await left(s)).toEqual(before)
  s.clock.set('2027-03-03T15:00:00Z')
  await forgetEndedSales(s.parts, s.district_code)
  await forgetEndedSales(s.parts, s.district_code)
  const { cases, receipts, events } = before
  expect(await left(s)).toEqual({ parties: 0, accounts: 0, phones: 0, cases, receipts, events })
  expect(await audits(s, 'transfer.forget')).toMatchObject([{ reason: expect.stringMatching(/个人信息保护法 第19条/) }])
  const read = expectStatus(await as.get(`/api/transfers/${sale.id}`), 200)
  expect(read).toMatchObject({ reference: sale.reference, status: 'cancelled', parties: [] })
  expect(expectStatus(await as.post(`/api/transfers/${sale.id}/parties`, { reason: '查询' }), 200).parties).toEqual([])
})

test('a sale under way keeps its people however old it is; a place may set its own term', async () => {
  const s = await stage()
  const open = await s.open()
  s.clock.set('2036-03-02T02:00:00Z')
  await forgetEndedSales(s.parts, s.district_code)
  expect(await left(s)).toMatchObject({ parties: 2, accounts: 3 })

  expectStatus(await s.as(s.registry).post(`/api/transfers/${open.id}/cancel`, { reason: '双方解除合同' }), 200)
  await s.look(({ tx }) =>
    tx.raw(
      `insert into rule (jurisdiction, key, valid_from, value, unit, basis_zh, basis_en, source)
       values ($1, 'transfer.retention', '2036-01-01', '{"months": 3}', 'months', '本区规定', 'own rule', 'test')`,
      [String(s.district_code)],
    ),
  )
  s.clock.set('2036-06-04T02:00:00Z')
  await forgetEndedSales(s.parts, s.district_code)
  expect(await left(s)).toMatchObject({ parties: 0, accounts: 0 })
})
