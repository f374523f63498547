import { expect, test } from 'vitest'
import { accountNumber, soldUnit, utilityAccounts } from '../../server/demo/utility-accounts.ts'
import { parseRealEstateUnitCode } from '../../server/projects/codes/real-estate-unit-code.ts'
import { residentIdCheck } from '../../server/projects/codes/resident-id.ts'
import { foldCase } from '../../server/transfers/fold.ts'
import { countBy, districtOf } from './district.ts'

const district = districtOf('2026-11-23')

test('every home has a unit code of its own, right by the standard', () => {
  const codes = district.home_unit.map(({ unit_code }) => unit_code)
  expect(codes.filter((code) => !parseRealEstateUnitCode(code).ok)).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
})

test('怡心里3栋2单元1502 came out of dig DP-510116-2016-000041 and is not yet for sale', () => {
  const unit = soldUnit(district)
  expect(unit.label).toBe('怡心里3栋2单元1502')
  const building = district.building.find(({ id }) => id === unit.building_id)!
  const dig = district.dig_project.find(({ id }) => id === building.project_id)!
  expect(dig.reference).toBe('DP-510116-2016-000041')
  expect(district.transfer_case.some(({ unit_id }) => unit_id === unit.id)).toBe(false)
})

test('most homes have no dig on record, and about twenty-five estates have one', () => {
  const recorded = district.building.filter(({ project_id }) => project_id !== null)
  expect(recorded.length).toBeLessThan(district.building.length / 2)
  expect(Object.keys(countBy(recorded, ({ estate_name }) => estate_name)).length).toBeGreaterThanOrEqual(20)
})

test('transfers stand in every state, about forty of them open, each with a leg for water, power and gas', () => {
  const past = ['completed', 'completed_with_exceptions', 'cancelled']
  expect(Object.keys(countBy(district.transfer_case, ({ status }) => status))).toHaveLength(11)
  expect(district.transfer_case.filter(({ status }) => !past.includes(status)).length).toBeGreaterThanOrEqual(38)
  expect(district.transfer_leg).toHaveLength(district.transfer_case.length * 3)
})

test('every transfer stands where the fold of its legs puts it', () => {
  for (const { id, status, entered_at, cancel_reason } of district.transfer_case) {
    const legs = district.transfer_leg.filter(({ case_id }) => case_id === id).map((leg) => leg.status)
    const facts = { is_entered: entered_at !== null, is_cancelled: cancel_reason !== null }
    expect(foldCase(facts, legs), legs.join()).toBe(status)
  }
})

test('an account that the buyer kept to himself is addressed to nobody and has no consent', () => {
  const optedOut = district.transfer_leg.filter(({ status }) => status === 'opted_out')
  expect(optedOut.length).toBeGreaterThan(0)
  expect(optedOut.filter(({ utility_id, account }) => utility_id !== null || account !== null)).toEqual([])
  expect(district.consent_receipt).toHaveLength(district.transfer_leg.length - optedOut.length)
})

test('the gas account of the sold home owes ¥86.40, its other accounts nothing', () => {
  const { unit_code } = soldUnit(district)
  const books = utilityAccounts(district)
  const owed = (kind: 'water' | 'power' | 'gas') =>
    books[kind].find(({ account_no }) => account_no === accountNumber(kind, unit_code))?.arrears_yuan
  expect([owed('water'), owed('power'), owed('gas')]).toEqual([0, 0, 86.4])
})

test('no resident number of the demo can belong to anybody', () => {
  for (const { id_no } of district.transfer_party) {
    expect(id_no.startsWith('000000')).toBe(true)
    expect(id_no).toBe(id_no.slice(0, 17) + residentIdCheck(id_no.slice(0, 17)))
  }
})
