import { describe, expect, test } from 'vitest'
import { frameOf, halfWorld, meets, readAddress } from '../../server/tiles/tile-bounds.ts'

describe('readAddress', () => {
  test.each([
    ['0', '0', '0'],
    ['14', '13734', '6688'],
    ['22', '4194303', '4194303'],
  ])('%s/%s/%s is a tile', (z, x, y) => {
    expect(readAddress(z, x, y)).toEqual({ z: Number(z), x: Number(x), y: Number(y) })
  })

  test.each([
    ['0', '1', '0'],
    ['3', '0', '8'],
    ['23', '0', '0'],
    ['-1', '0', '0'],
    ['3', '1.5', '0'],
    ['3', '1e0', '0'],
    ['3', '', '0'],
    ['3', '0x1', '0'],
    ['99999999999', '0', '0'],
  ])('%s/%s/%s is none', (z, x, y) => {
    expect(readAddress(z, x, y)).toBeNull()
  })
})

test('the world is one tile of 4096 units, from the north-west corner down', () => {
  expect(halfWorld).toBeCloseTo(20_037_508.342789244, 6)
  expect(frameOf({ z: 0, x: 0, y: 0 }, 0, 4096)).toEqual({
    min_x: -halfWorld,
    min_y: -halfWorld,
    max_x: halfWorld,
    max_y: halfWorld,
    west: -halfWorld,
    north: halfWorld,
    scale: 4096 / (2 * halfWorld),
  })
})

test('a buffer of 64 units widens a tile by one 64th on each side', () => {
  const bare = frameOf({ z: 14, x: 12926, y: 6750 }, 0, 4096)
  const wide = frameOf({ z: 14, x: 12926, y: 6750 }, 64, 4096)
  const margin = (bare.max_x - bare.min_x) / 64
  expect(wide.min_x).toBeCloseTo(bare.min_x - margin, 6)
  expect(wide.max_y).toBeCloseTo(bare.max_y + margin, 6)
  expect(wide.west).toBe(bare.west)
})

test('boxes that touch meet', () => {
  const box = { min_x: 0, min_y: 0, max_x: 1, max_y: 1 }
  expect(meets(box, { min_x: 1, min_y: 1, max_x: 2, max_y: 2 })).toBe(true)
  expect(meets(box, { min_x: 1.1, min_y: 0, max_x: 2, max_y: 1 })).toBe(false)
})
