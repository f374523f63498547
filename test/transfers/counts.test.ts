import { expect, test } from 'vitest'
import { accounts, consent, expectStatus, stage, type Stage } from './stage.ts'

const gasOnly = (n: number) => ({ legs: [{ kind: 'gas', account_no: `${accounts.gas}${n}`, consent }] })
const street = async (s: Stage) => {
  const counted = expectStatus(await s.as(null).get('/api/transfers/counts'), 200)
  return counted.streets.find((row: any) => row.kind === 'gas')
}

test('everybody sees how many accounts move in a street, but no count under five, not even that there is any', async () => {
  const s = await stage()
  for (let i = 0; i < 4; i++) await s.entered(gasOnly(i))
  expect(await street(s)).toMatchObject({ street_name: '怡心街道', moving: null, open: null, hidden: true })
  const { id } = await s.entered(gasOnly(5))
  expect(await street(s)).toMatchObject({ moving: 5, open: 5, hidden: false })
  expectStatus(await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/complete`), 200)
  expect(await street(s)).toMatchObject({ moving: 5, open: null, hidden: true })
  s.clock.add(24 * 31)
  expect(await street(s)).toMatchObject({ moving: null, hidden: true })
})

test('a count lies at the centre of its street, and says nothing of a home', async () => {
  const s = await stage()
  for (let i = 0; i < 5; i++) await s.open(gasOnly(i))
  const row = await street(s)
  expect(row.centre[0]).toBeCloseTo(103.92025, 4)
  expect(row.centre[1]).toBeCloseTo(30.5701, 4)
  expect(Object.keys(row).sort()).toEqual(['admin_code', 'centre', 'hidden', 'kind', 'moving', 'open', 'street_name'])
})
