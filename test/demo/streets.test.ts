import { expect, test } from 'vitest'
import { createRandom } from '../../server/demo/random.ts'
import { isInside, signedArea, toPlane } from '../../server/demo/plane.ts'
import { divideStreets } from '../../server/demo/streets.ts'
import { checkGeometry } from '../../server/geometry/rules.ts'
import { districtOf } from './district.ts'

const division = divideStreets(createRandom('1/streets'))

test('nineteen streets and towns cover the district without gap or overlap', () => {
  const area = division.streets.reduce((sum, street) => sum + signedArea(street.ring), 0)
  expect(division.streets).toHaveLength(19)
  expect(area / signedArea(division.outline)).toBeCloseTo(1, 9)
})

test('a point of the district lies in exactly one street', () => {
  const random = createRandom('points')
  for (let i = 0; i < 3000; i++) {
    const point = toPlane([random.range(103.79, 104.16), random.range(30.26, 30.71)])
    const holding = division.streets.filter((street) => isInside(point, street.ring))
    expect(holding.length).toBe(isInside(point, division.outline) ? 1 : 0)
  }
})

test('the borders cross nothing, and who administers a street is said apart from where it is coded', () => {
  const { admin_area } = districtOf('2026-11-23')
  for (const { geom, name_zh } of admin_area) {
    // Areas are larger than a dig may be; everything else about their shape is held to the same rules.
    const shape = checkGeometry(geom, { drawn: 'from_file' })
    const codes = shape.ok ? [] : shape.findings.map(({ code }) => code)
    expect(
      codes.filter((code) => !/too-large|span/.test(code)),
      name_zh,
    ).toEqual([])
  }
  expect(admin_area.find(({ code }) => code === '510116003')).toMatchObject({
    parent_code: '510116',
    administered_by: '四川天府新区',
  })
})
