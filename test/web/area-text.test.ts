import { expect, test } from 'vitest'
import { areaInput, areaOfDrawing, parseArea, writeArea } from '../../web/areas/area-text.ts'
import { lastYears, nextYear, yearsOf } from '../../web/areas/period.ts'

test('an area in the address is the same area again, whatever it is', () => {
  for (const text of [
    'circle/250/103.923500,30.574400',
    'polygon/0/103.900000,30.500000/103.910000,30.500000/103.910000,30.510000',
    'line/20/103.900000,30.500000/103.910000,30.500000',
    'admin/0/510116017',
    'road/0/云杉路',
    'saved/15/are_510116_0b54e0a2-0000-4000-8000-000000000000',
  ])
    expect(writeArea(parseArea(text)!)).toBe(text)
})

test('what is no area is none: too few points, no radius, too wide, words for numbers', () => {
  for (const text of [
    undefined,
    '',
    'circle/0/103,30',
    'circle/99999/103,30',
    'polygon/0/1,1/2,2',
    'line/5/1,1',
    'line/5/a,b/c,d',
    'square/5/1,1',
  ])
    expect(parseArea(text)).toBeUndefined()
})

test('a circle that was drawn is asked as its centre and its radius in metres', () => {
  const [lng, lat, radius_m] = [103.92, 30.57, 300]
  const degree_m = (Math.PI / 180) * 6_371_008.8
  const ring = Array.from({ length: 65 }, (_, i) => {
    const angle = (i / 64) * 2 * Math.PI
    const east = (radius_m * Math.cos(angle)) / degree_m / Math.cos((lat * Math.PI) / 180)
    return [lng + east, lat + (radius_m * Math.sin(angle)) / degree_m]
  })
  const area = areaOfDrawing({ type: 'Polygon', coordinates: [ring] }, true, 0)
  expect(area).toMatchObject({ kind: 'circle', buffer_m: radius_m })
  expect(areaInput(area!)).toEqual({
    geometry: { type: 'Point', coordinates: [expect.closeTo(lng, 6), expect.closeTo(lat, 6)] },
    buffer_m: radius_m,
  })
})

test('three years back from today is named as three years; another period has no name', () => {
  const { from, to } = lastYears('2026-11-23', 3)
  expect([from, to]).toEqual(['2023-11-23', '2026-11-23'])
  expect([yearsOf('2026-11-23', from, to), yearsOf('2026-11-24', from, to)]).toEqual([3, undefined])
})

test('a year from a leap day ends on a day that exists', () => {
  expect([lastYears('2028-02-29', 1).from, nextYear('2028-02-29').to]).toEqual(['2027-02-28', '2029-02-28'])
})
