import { expect, test } from 'vitest'
import { metresTo } from '../../web/inspections/distance.ts'

const degree_m = (Math.PI / 180) * 6_371_008.8
const [lng, lat] = [103.92, 30.57]
const east = (metres: number) => lng + metres / degree_m / Math.cos((lat * Math.PI) / 180)
const north = (metres: number) => lat + metres / degree_m
const box = (west_m: number, south_m: number, size_m: number) => [
  [east(west_m), north(south_m)],
  [east(west_m + size_m), north(south_m)],
  [east(west_m + size_m), north(south_m + size_m)],
  [east(west_m), north(south_m + size_m)],
  [east(west_m), north(south_m)],
]

test('whoever stands inside a site is 0 m away from it, and in its hole as far as its edge', () => {
  expect(metresTo([lng, lat], { type: 'Polygon', coordinates: [box(-20, -20, 40)] })).toBe(0)
  const ring = { type: 'Polygon' as const, coordinates: [box(-20, -20, 40), box(-10, -10, 20)] }
  expect(metresTo([lng, lat], ring)).toBeCloseTo(10, 1)
})

test('from outside it is the way to the nearest edge, of the nearest part', () => {
  expect(metresTo([lng, lat], { type: 'Polygon', coordinates: [box(60, -20, 40)] })).toBeCloseTo(60, 1)
  expect(
    metresTo([lng, lat], { type: 'MultiPolygon', coordinates: [[box(60, -20, 40)], [box(-20, 35, 40)]] }),
  ).toBeCloseTo(35, 1)
  const line = { type: 'LineString' as const, coordinates: [box(30, 40, 1)[0]!, box(90, 40, 1)[0]!] }
  expect(metresTo([lng, lat], line)).toBeCloseTo(50, 1)
})
