import { expect, test } from 'vitest'
import { generateDistrict } from '../../server/demo/generate.ts'
import { isInside, toPlane } from '../../server/demo/plane.ts'
import { createRandom } from '../../server/demo/random.ts'
import { checkGeometry } from '../../server/geometry/rules.ts'
import { parseReference } from '../../server/projects/codes/reference.ts'
import { parseSocialCreditCode } from '../../server/projects/codes/social-credit-code.ts'
import { countBy, districtOf } from './district.ts'
import { readReference } from './reference.ts'

const today = '2026-11-23'
const district = districtOf(today)
const [county] = district.admin_area

test('the same day and seed make the same district', () => {
  const again = generateDistrict({ today, ...readReference(today) })
  expect(JSON.stringify(again)).toBe(JSON.stringify(district))
})

test('another seed makes another district', () => {
  expect(createRandom(2).fork('digs').uuid()).not.toBe(createRandom(1).fork('digs').uuid())
})

test('the district holds about what the demo promises', () => {
  const active = ['planned', 'permitting', 'permitted', 'in_progress', 'suspended', 'completed', 'passed']
  expect(district.dig_project.length).toBeGreaterThan(1900)
  expect(district.dig_project.filter(({ stage }) => active.includes(stage)).length).toBeGreaterThan(280)
  expect(Object.keys(countBy(district.dig_project, ({ stage }) => stage)).length).toBe(12)
  expect(Object.keys(countBy(district.dig_project, ({ kind }) => kind)).length).toBe(4)
  expect(district.road_segment.length).toBeGreaterThan(1100)
  expect(district.network_segment.length).toBeGreaterThan(3000)
  expect(district.building.length).toBeGreaterThan(450)
  expect(district.home_unit.length).toBeGreaterThan(19_000)
  expect(district.organisation.filter(({ kind }) => kind === 'promoter')).toHaveLength(25)
})

test('every dig keeps the rules of a shape, and lies inside the district with its sites', () => {
  const outline = county!.geom.coordinates[0]![0]!.map(toPlane)
  const bad = district.dig_project.flatMap(({ geom, id }) => {
    const shape = checkGeometry(geom, { drawn: 'from_file' })
    return shape.ok && shape.findings.length === 0 ? [] : [{ id, findings: shape.findings }]
  })
  expect(bad).toEqual([])
  for (const { geom, id } of [...district.dig_project, ...district.site]) {
    for (const [ring] of geom.coordinates) {
      expect(
        ring!.every((corner) => isInside(toPlane(corner), outline)),
        id,
      ).toBe(true)
    }
  }
})

test('every reference and every credit code is well formed and there is none twice', () => {
  const references = district.dig_project.map(({ reference }) => reference)
  expect(references.filter((reference) => parseReference(reference) === null)).toEqual([])
  expect(new Set(references).size).toBe(references.length)
  const codes = district.organisation.map(({ credit_code }) => credit_code)
  expect(codes.filter((code) => !parseSocialCreditCode(code).ok)).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
})

test('everything that happened happened before the end of today, and every organisation says that it is a demo', () => {
  expect(district.event.filter(({ at }) => at > `${today}T00:30:00+08:00`)).toEqual([])
  for (const { name_zh, name_en } of district.organisation) {
    expect(name_zh).toContain('(演示)')
    expect(name_en).toContain('(demo)')
  }
})

// A Saturday, and a leap day beyond the calendar that is known.
test.each(['2027-03-06', '2028-02-29'])('the demo can begin on %s', (day) => {
  const { clock, dig_project } = districtOf(day)
  expect(dig_project.length).toBeGreaterThan(1900)
  expect(clock.filter(({ state, card }) => state === 'running' && card !== 'none').length).toBeGreaterThan(20)
})

test('the road of the script exists, and some roads are too new to be dug', () => {
  expect(district.road_segment.some(({ name, name_en }) => name === '云杉路' && name_en === 'Yunshan Road')).toBe(true)
  const fiveYearsAgo = `${Number(today.slice(0, 4)) - 5}${today.slice(4)}`
  expect(district.road_segment.filter(({ handed_over_on }) => handed_over_on > fiveYearsAgo).length).toBeGreaterThan(20)
})
