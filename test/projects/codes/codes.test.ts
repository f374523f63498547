import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDivisionCode } from '../../../server/projects/codes/division-code.ts'
import { parseProjectCode } from '../../../server/projects/codes/project-code.ts'
import {
  groupRealEstateUnitCode,
  parseRealEstateUnitCode,
} from '../../../server/projects/codes/real-estate-unit-code.ts'
import { formatReference, parseReference, type Reference } from '../../../server/projects/codes/reference.ts'
import { maskResidentId, parseResidentId, residentIdCheck } from '../../../server/projects/codes/resident-id.ts'
import { parseSocialCreditCode, socialCreditCheck } from '../../../server/projects/codes/social-credit-code.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const creditBody = fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/)

test('the published social credit code is valid, and only with its own check digit', () => {
  expect(parseSocialCreditCode('91350100M000100Y43')).toMatchObject({
    ok: true,
    department: '9',
    body_kind: '1',
    division_code: '350100',
    body_code: 'M000100Y4',
    check: '3',
  })
  expect(parseSocialCreditCode('91350100M000100Y4Z')).toMatchObject({ ok: false, code: 'projects/credit-code-form' })
  expect(parseSocialCreditCode('91350100M000100Y44')).toMatchObject({ ok: false, code: 'projects/credit-code-check' })
  expect(parseSocialCreditCode(' 91350100m000100y43 ')).toMatchObject({ ok: true, code: '91350100M000100Y43' })
  for (const text of ['', '91350100M000100Y4', '91350100M000100Y433', '9135010OM000100Y43']) {
    expect(parseSocialCreditCode(text)).toMatchObject({ code: 'projects/credit-code-form' })
  }
})

test('any one wrong character of a social credit code is caught', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  fc.assert(
    fc.property(creditBody, fc.nat(17), fc.nat(30), (body, at, other) => {
      const code = body + socialCreditCheck(body)
      expect(parseSocialCreditCode(code).ok).toBe(true)
      const wrong = code.slice(0, at) + alphabet[other] + code.slice(at + 1)
      expect(parseSocialCreditCode(wrong).ok).toBe(wrong === code)
    }),
  )
})

test.each([
  ['510000', 'province'],
  ['510100', 'city'],
  ['510116', 'county'],
  ['510116001', 'street'],
  ['510116001003', 'village'],
])('division %s is a %s', (code, level) => {
  expect(parseDivisionCode(code)).toMatchObject({ ok: true, level, county_code: code.slice(0, 6) })
})

test('a division code has six, nine or twelve digits and begins with a region', () => {
  for (const code of ['51011', '5101161', '51011600100', '010116', '910116', '51O116', '']) {
    expect(parseDivisionCode(code)).toMatchObject({ code: 'projects/division-code-form' })
  }
  expect(parseDivisionCode('510116')).toMatchObject({ street_code: null })
  expect(parseDivisionCode('510116001003')).toMatchObject({ street_code: '510116001' })
})

test('a real-estate unit code comes apart into its seven parts and is grouped for reading', () => {
  const code = '440101001001GB00001F00010001'
  expect(parseRealEstateUnitCode(code)).toEqual({
    ok: true,
    code,
    parcel_code: '440101001001GB00001',
    fixture_code: 'F00010001',
    county_code: '440101',
    cadastral_area: '001',
    cadastral_subarea: '001',
    parcel_feature: 'GB',
    parcel_number: '00001',
    fixture_feature: 'F',
    fixture_number: '00010001',
  })
  expect(groupRealEstateUnitCode(code)).toBe('440101 001001 GB00001 F00010001')
  expect(parseRealEstateUnitCode(groupRealEstateUnitCode(code).toLowerCase())).toMatchObject({ ok: true, code })
  for (const text of ['450103001001GB00001', `${code}1`, code.replace('GB', '11'), '']) {
    expect(parseRealEstateUnitCode(text)).toMatchObject({ code: 'projects/unit-code-form' })
  }
})

test('project codes of both forms are read and told apart', () => {
  expect(parseProjectCode('2101-510116-04-01-12345A')).toMatchObject({
    ok: true,
    form: 'gbt_40058_2021',
    region_code: '510116',
  })
  expect(parseProjectCode('2018-510116-48-03-283771')).toMatchObject({ ok: true, form: 'legacy', serial: '283771' })
  expect(parseProjectCode('21015101160401123456')).toMatchObject({ ok: true, code: '2101-510116-04-01-123456' })
  expect(parseProjectCode('2012-000000-04-01-123456')).toMatchObject({ ok: true, form: 'gbt_40058_2021' })
  for (const text of [
    '2113-510116-04-01-123456',
    '2018-510116-48-03-28377A',
    '2101-010116-04-01-123456',
    '2101-510116-04-01-12345',
    '',
  ]) {
    expect(parseProjectCode(text)).toMatchObject({ code: 'projects/project-code-form' })
  }
})

test('a resident id needs a birthday that exists and its check digit; it is shown masked', () => {
  const body = '51011619900229001'
  expect(parseResidentId(body + residentIdCheck(body))).toMatchObject({ code: 'projects/resident-id-form' })
  const leap = '51011620000229001'
  const number = leap + residentIdCheck(leap)
  expect(parseResidentId(number)).toEqual({ ok: true, number, masked: maskResidentId(number) })
  expect(maskResidentId('11010519491231002X')).toBe('110***********002X')
  expect(maskResidentId('1234567')).toBe('*******')
  // The example printed in GB 11643-1999.
  expect(parseResidentId('11010519491231002x')).toMatchObject({ ok: true, number: '11010519491231002X' })
  expect(parseResidentId('110105194912310021')).toMatchObject({ code: 'projects/resident-id-check' })
})

test('a refused resident id is not repeated in the answer', () => {
  const refused = parseResidentId('110105194912310021')
  expect(JSON.stringify(refused)).not.toContain('19491231')
})

test('any one wrong digit of a resident id is caught', () => {
  fc.assert(
    fc.property(digits(3), fc.nat(16), fc.nat(9), (order, at, other) => {
      const body = `51011619900228${order}`
      const number = body + residentIdCheck(body)
      const wrong = number.slice(0, at) + other + number.slice(at + 1)
      expect(parseResidentId(wrong).ok).toBe(wrong === number)
    }),
  )
})

test.each<[string, Reference]>([
  ['DP-510116-2026-000123', { series: 'DP', district_code: 510116, year: 2026, number: 123, part: null }],
  [
    'DP-510116-2026-000123-P01',
    { series: 'DP', district_code: 510116, year: 2026, number: 123, part: { kind: 'permit', number: 1 } },
  ],
  [
    'DP-510116-2026-000123-I12',
    { series: 'DP', district_code: 510116, year: 2026, number: 123, part: { kind: 'inspection', number: 12 } },
  ],
  [
    'DP-510116-2026-000123-E01',
    { series: 'DP', district_code: 510116, year: 2026, number: 123, part: { kind: 'case', number: 1 } },
  ],
  [
    'DP-510116-2026-000123-C100',
    { series: 'DP', district_code: 510116, year: 2026, number: 123, part: { kind: 'change', number: 100 } },
  ],
  ['UT-510116-2026-000045', { series: 'UT', district_code: 510116, year: 2026, number: 45, part: null }],
  ['UT-510116-2026-000045-W', { series: 'UT', district_code: 510116, year: 2026, number: 45, part: { leg: 'water' } }],
  ['UT-510116-2026-000045-E', { series: 'UT', district_code: 510116, year: 2026, number: 45, part: { leg: 'power' } }],
])('%s is written as it is read', (text, reference) => {
  expect(parseReference(text)).toEqual(reference)
  expect(parseReference(` ${text.toLowerCase()} `)).toEqual(reference)
  expect(formatReference(reference)).toBe(text)
})

test('what is not our reference is none', () => {
  for (const text of [
    '',
    'DP-510116-2026-123',
    'XX-510116-2026-000123',
    'DP-510116-2026-000123-W',
    'DP-510116-2026-000123-P',
    'UT-510116-2026-000045-P01',
    'UT-510116-2026-000045-W01',
  ]) {
    expect(parseReference(text)).toBeNull()
  }
})
