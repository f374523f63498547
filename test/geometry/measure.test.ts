import { expect, test } from 'vitest'
import { toDisturbanceArea } from '../../server/geometry/disturbance.ts'
import { geometry, type Geometry, type Position } from '../../server/geometry/geojson.ts'
import { planeAt } from '../../server/geometry/local-metres.ts'
import { area_m2, distance_m, length_m, span_m } from '../../server/geometry/measure.ts'
import { mapPositions } from '../../server/geometry/paths.ts'

// Expected values by PROJ 9.5.1: the square in EPSG:4544 and on the GRS 80 ellipsoid.
const cell: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [103.9236, 30.5744],
      [103.9246, 30.5744],
      [103.9246, 30.5754],
      [103.9236, 30.5754],
      [103.9236, 30.5744],
    ],
  ],
}
const plane = planeAt(104)
const [east, north] = plane.toMetres([103.9236, 30.5744])
const near = (type: string, coordinates: unknown): Geometry =>
  mapPositions({ type, coordinates } as Geometry, ([x, y]: Position) => plane.toDegrees([east + x, north + y]))

test('area, span and diagonal are those of EPSG:4544, within 3 in 10,000 of the ellipsoid', () => {
  expect(area_m2(cell)).toBeCloseTo(10_637.2816, 3)
  expect(Math.abs(area_m2(cell) / 10_634.4876 - 1)).toBeLessThan(3e-4)
  const diagonal: Geometry = {
    type: 'LineString',
    coordinates: [
      [103.9236, 30.5744],
      [103.9246, 30.5754],
    ],
  }
  expect(length_m(diagonal)).toBeCloseTo(146.62105, 4)
  expect(span_m(cell)).toBeCloseTo(146.62, 1)
})

test('holes are taken off, points and lines have no area, polygons no length', () => {
  const ring = (size: number): Position[] => [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
    [0, 0],
  ]
  expect(area_m2(near('Polygon', [ring(20), ring(10)]))).toBeCloseTo(300, 3)
  expect([area_m2(near('Point', [0, 0])), length_m(near('Polygon', [ring(20)]))]).toEqual([0, 0])
})

test.each([
  ['point to point', near('Point', [0, 0]), near('Point', [3, 4]), 5],
  [
    'point to line',
    near('Point', [50, 7]),
    near('LineString', [
      [0, 0],
      [100, 0],
    ]),
    7,
  ],
  [
    'beyond the end of a line',
    near('Point', [103, 4]),
    near('LineString', [
      [0, 0],
      [100, 0],
    ]),
    5,
  ],
  [
    'crossing lines',
    near('LineString', [
      [0, -5],
      [0, 5],
    ]),
    near('LineString', [
      [-5, 0],
      [5, 0],
    ]),
    0,
  ],
  [
    'inside a polygon',
    near('Point', [5, 5]),
    near('Polygon', [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
        [0, 0],
      ],
    ]),
    0,
  ],
  [
    'in the hole of a polygon',
    near('Point', [10, 10]),
    near('Polygon', [
      [
        [0, 0],
        [20, 0],
        [20, 20],
        [0, 20],
        [0, 0],
      ],
      [
        [4, 4],
        [4, 16],
        [16, 16],
        [16, 4],
        [4, 4],
      ],
    ]),
    6,
  ],
])('distance: %s', (_, a, b, metres) => {
  expect(distance_m(a, b)).toBeCloseTo(metres, 4)
  expect(distance_m(b, a)).toBeCloseTo(metres, 4)
})

test('a trench disturbs its length times its width, corners included', () => {
  const bent = near('LineString', [
    [0, 0],
    [100, 0],
    [100, 50],
  ])
  expect(length_m(bent)).toBeCloseTo(150, 4)
  expect(area_m2(toDisturbanceArea(bent, { width_m: 1.2 }))).toBeCloseTo(180, 1)
})

test('a pit is a disc of its radius, to half a per cent', () => {
  const pit = toDisturbanceArea(near('Point', [0, 0]), { radius_m: 2 })
  expect(pit.coordinates[0]?.[0]).toHaveLength(65)
  expect(Math.abs(area_m2(pit) / (Math.PI * 4) - 1)).toBeLessThan(0.005)
})

test('trenches that cross are one ground, trenches apart are two', () => {
  const cross = near('MultiLineString', [
    [
      [0, 0],
      [50, 0],
    ],
    [
      [25, -20],
      [25, 20],
    ],
  ])
  const area = toDisturbanceArea(cross, { width_m: 2 })
  expect(area.coordinates).toHaveLength(1)
  expect(area_m2(area)).toBeCloseTo(50 * 2 + 40 * 2 - 4, 1)
  const apart = near('MultiLineString', [
    [
      [0, 0],
      [50, 0],
    ],
    [
      [0, 20],
      [50, 20],
    ],
  ])
  expect(toDisturbanceArea(apart, { width_m: 2 }).coordinates).toHaveLength(2)
})

test('a ring of trench leaves the ground within it alone', () => {
  const loop = near('LineString', [
    [0, 0],
    [50, 0],
    [50, 50],
    [0, 50],
    [0, 0],
  ])
  const area = toDisturbanceArea(loop, { width_m: 2 })
  expect(area.coordinates[0]).toHaveLength(2)
  expect(area_m2(area)).toBeCloseTo(52 * 52 - 48 * 48, 0)
})

test('a polygon disturbs itself; a line or point without its measure is a fault of the caller', () => {
  expect(area_m2(toDisturbanceArea(cell, {}))).toBe(area_m2(cell))
  expect(() => toDisturbanceArea(near('Point', [0, 0]), { width_m: 3 })).toThrow('radius_m')
  expect(() =>
    toDisturbanceArea(
      near('LineString', [
        [0, 0],
        [1, 0],
      ]),
      {},
    ),
  ).toThrow('width_m')
})

test('what comes out is GeoJSON in two dimensions, with eight decimals', () => {
  const area = toDisturbanceArea(
    near('LineString', [
      [0, 0],
      [9, 3],
      [20, 1],
    ]),
    { width_m: 1 },
  )
  expect(geometry.parse(area)).toEqual(area)
  for (const [lon, lat] of area.coordinates.flat(2))
    expect([lon, lat]).toEqual([Number(lon.toFixed(8)), Number(lat.toFixed(8))])
  expect(geometry.safeParse({ type: 'Point', coordinates: [1, 2, 3] }).success).toBe(false)
  expect(geometry.safeParse({ type: 'GeometryCollection', geometries: [] }).success).toBe(false)
})

test('far from China the plane is that of the place', () => {
  const helsinki: Geometry = {
    type: 'LineString',
    coordinates: [
      [24.9431, 60.1699],
      [24.9431, 60.1709],
    ],
  }
  expect(length_m(helsinki)).toBeCloseTo(111.415, 2)
})
