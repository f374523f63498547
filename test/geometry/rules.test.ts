import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Geometry, Position } from '../../server/geometry/geojson.ts'
import { planeAt } from '../../server/geometry/local-metres.ts'
import { mapPositions } from '../../server/geometry/paths.ts'
import { checkGeometry, type ShapeOptions } from '../../server/geometry/rules.ts'

const plane = planeAt(104)
const [east, north] = plane.toMetres([103.9236, 30.5744])

/** A geometry written in metres from a place in Shuangliu. */
const near = (type: string, coordinates: unknown): Geometry =>
  mapPositions({ type, coordinates } as Geometry, ([x, y]) => plane.toDegrees([east + x, north + y]))
const polygon = (...rings: Position[][]) => near('Polygon', rings)
const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const trench = near('LineString', [
  [0, 0],
  [100, 0],
])
const found = (input: unknown, options: ShapeOptions = {}) =>
  checkGeometry(input, options).findings.map(({ code, pointer }) => `${code} ${pointer}`)
const zigzag = (vertices: number) =>
  polygon([
    [0, 0],
    ...Array.from({ length: vertices - 2 }, (_, step): Position => [step / 4, 50 + (step % 2)]),
    [vertices / 4, 0],
    [0, 0],
  ])

test('a square of ten metres passes, and its area is a hundred square metres', () => {
  const checked = checkGeometry(polygon(square(0, 0, 10)))
  expect(checked).toMatchObject({ ok: true, findings: [], area: { type: 'MultiPolygon' } })
  expect(checked.ok && checked.area_m2).toBeCloseTo(100, 1)
})

test('a clockwise ring is turned, not refused', () => {
  const clockwise = checkGeometry(polygon(square(0, 0, 10).toReversed()))
  const counter = checkGeometry(polygon(square(0, 0, 10)))
  expect(clockwise.ok && clockwise.area_m2).toBe(counter.ok && counter.area_m2)
  expect(clockwise.ok && clockwise.geometry.coordinates).toHaveLength(1)
  const [ring] = (clockwise.ok && clockwise.area.coordinates[0]) as Position[][]
  expect(ring![1]![0]).toBeGreaterThan(ring![0]![0])
})

test.each<[string, unknown, string, ShapeOptions?]>([
  ['nothing', null, 'geometry/malformed /geometry'],
  ['a text', 'POINT(1 1)', 'geometry/malformed /geometry'],
  ['a collection', { type: 'GeometryCollection', geometries: [] }, 'geometry/unsupported-type /geometry/type'],
  ['a name of Object', { type: 'toString', coordinates: [] }, 'geometry/unsupported-type /geometry/type'],
  ['no coordinates', { type: 'Point' }, 'geometry/malformed /geometry/coordinates'],
  [
    'a text for a number',
    {
      type: 'LineString',
      coordinates: [
        [104, 30],
        ['x', 30],
      ],
    },
    'geometry/malformed /geometry/coordinates/1',
  ],
  ['an empty multi', { type: 'MultiPolygon', coordinates: [] }, 'geometry/empty /geometry/coordinates'],
  [
    'a height',
    { type: 'Point', coordinates: [104, 30, 500] },
    'geometry/not-two-dimensional /geometry/coordinates',
    { radius_m: 1 },
  ],
  [
    'latitude first',
    { type: 'Point', coordinates: [30.57, 103.92] },
    'geometry/axes-swapped /geometry/coordinates',
    { radius_m: 1 },
  ],
  [
    'off the globe',
    { type: 'Point', coordinates: [190, 30] },
    'geometry/out-of-range /geometry/coordinates',
    { radius_m: 1 },
  ],
  [
    'a line of one point',
    { type: 'LineString', coordinates: [[104, 30]] },
    'geometry/too-few-positions /geometry/coordinates',
  ],
  [
    'a ring of three',
    polygon([
      [0, 0],
      [9, 0],
      [0, 0],
    ]),
    'geometry/too-few-positions /geometry/coordinates/0',
  ],
  [
    'an open ring',
    polygon([
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
    ]),
    'geometry/ring-not-closed /geometry/coordinates/0',
  ],
  ['201 vertices by hand', zigzag(201), 'geometry/too-many-vertices /geometry/coordinates/0'],
  [
    '501 points',
    near(
      'MultiPoint',
      Array.from({ length: 501 }, (_, x) => [x, 0]),
    ),
    'geometry/too-many-vertices /geometry/coordinates',
    { radius_m: 1 },
  ],
  [
    'many parts by hand',
    near(
      'MultiPolygon',
      Array.from({ length: 501 }, (_, x) => [square(3 * x, 0, 1)]),
    ),
    'geometry/too-many-vertices /geometry/coordinates',
  ],
  [
    'a point again',
    polygon([
      [0, 0],
      [9, 0],
      [9, 0],
      [9, 9],
      [0, 0],
    ]),
    'geometry/repeated-point /geometry/coordinates/0/2',
  ],
  [
    'a point a tenth of a millimetre on',
    near('LineString', [
      [0, 0],
      [9, 0],
      [9.0001, 0],
    ]),
    'geometry/repeated-point /geometry/coordinates/2',
    { width_m: 1 },
  ],
  [
    'the same place twice',
    near('MultiPoint', [
      [0, 0],
      [5, 5],
      [0, 0],
    ]),
    'geometry/repeated-point /geometry/coordinates/2',
    { radius_m: 1 },
  ],
  [
    'a bow-tie',
    polygon([
      [0, 0],
      [9, 9],
      [9, 0],
      [0, 9],
      [0, 0],
    ]),
    'geometry/self-intersection /geometry/coordinates/0/2',
  ],
  [
    'a spike',
    {
      type: 'Polygon',
      coordinates: [
        [
          [104, 30],
          [104.001, 30],
          [104.002, 30],
          [104.001, 30.001],
          [104.001, 30],
          [104, 30],
        ],
      ],
    },
    'geometry/repeated-point /geometry/coordinates/0/4',
  ],
  [
    'a corner on an edge',
    {
      type: 'Polygon',
      coordinates: [
        [
          [104, 30],
          [104.002, 30],
          [104.002, 30.002],
          [104.001, 30],
          [104, 30.002],
          [104, 30],
        ],
      ],
    },
    'geometry/self-touch /geometry/coordinates/0/2',
  ],
  [
    'a line over itself',
    near('LineString', [
      [0, 0],
      [9, 9],
      [9, 0],
      [0, 9],
    ]),
    'geometry/self-intersection /geometry/coordinates/2',
    { width_m: 1 },
  ],
  [
    'a hole across the shell',
    polygon(square(0, 0, 10), square(5, 5, 10)),
    'geometry/rings-cross /geometry/coordinates/1/0',
  ],
  ['a hole outside', polygon(square(0, 0, 10), square(20, 20, 5)), 'geometry/hole-outside /geometry/coordinates/1'],
  [
    'a hole in a hole',
    polygon(square(0, 0, 20), square(2, 2, 15), square(4, 4, 3)),
    'geometry/hole-outside /geometry/coordinates/2',
  ],
  [
    'one part in another',
    near('MultiPolygon', [[square(0, 0, 20)], [square(5, 5, 2)]]),
    'geometry/parts-overlap /geometry/coordinates/1/0',
  ],
  [
    'a shared edge',
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [104, 30],
            [104.001, 30],
            [104.001, 30.001],
            [104, 30.001],
            [104, 30],
          ],
        ],
        [
          [
            [104.001, 30],
            [104.002, 30],
            [104.002, 30.001],
            [104.001, 30.001],
            [104.001, 30],
          ],
        ],
      ],
    },
    'geometry/parts-overlap /geometry/coordinates/1/0/3',
  ],
  [
    'six kilometres',
    near('LineString', [
      [0, 0],
      [6000, 0],
    ]),
    'geometry/span-too-long /geometry',
    { width_m: 1 },
  ],
  ['a line without width', trench, 'geometry/width-required /width_m'],
  ['a width of nothing', trench, 'geometry/width-out-of-range /width_m', { width_m: 0 }],
  ['a width of two kilometres', trench, 'geometry/width-out-of-range /width_m', { width_m: 2000 }],
  ['a point without radius', near('Point', [0, 0]), 'geometry/radius-required /radius_m'],
  ['a radius below nothing', near('Point', [0, 0]), 'geometry/radius-out-of-range /radius_m', { radius_m: -1 }],
  ['too small an area', polygon(square(0, 0, 0.4)), 'geometry/area-out-of-range /geometry'],
  ['over two square kilometres', polygon(square(0, 0, 1500)), 'geometry/area-out-of-range /geometry'],
  ['an unknown system', polygon(square(0, 0, 9)), 'geometry/crs-unknown /crs', { crs: 'EPSG:1' }],
])('%s is refused with its place', (_, input, expected, options) => {
  expect(found(input, options)).toContain(expected)
  expect(checkGeometry(input, options).ok).toBe(false)
})

test('every finding speaks both languages and leaves no blank', () => {
  for (const input of [
    zigzag(300),
    polygon(square(0, 0, 1500)),
    near('LineString', [
      [0, 0],
      [6000, 0],
    ]),
    { type: 'X' },
  ]) {
    for (const { message_zh, message_en } of checkGeometry(input, { width_m: 1 }).findings) {
      expect(message_zh).toMatch(/[一-鿿]/)
      expect(message_zh + message_en).not.toMatch(/[{}]|undefined|NaN/)
    }
  }
})

test('parts may touch at a corner, a part may lie in the hole of another, lines may branch', () => {
  const corner = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [104, 30],
          [104.001, 30],
          [104.001, 30.001],
          [104, 30.001],
          [104, 30],
        ],
      ],
      [
        [
          [104.001, 30.001],
          [104.002, 30.001],
          [104.002, 30.002],
          [104.001, 30.002],
          [104.001, 30.001],
        ],
      ],
    ],
  }
  expect(found(corner)).toEqual([])
  expect(found(near('MultiPolygon', [[square(0, 0, 30), square(5, 5, 20)], [square(10, 10, 5)]]))).toEqual([])
  expect(
    found(
      near('MultiLineString', [
        [
          [0, 0],
          [50, 0],
        ],
        [
          [25, -20],
          [25, 20],
        ],
      ]),
      { width_m: 1 },
    ),
  ).toEqual([])
  expect(found(near('LineString', [...square(0, 0, 30)]), { width_m: 1 })).toEqual([])
})

test('a file may bring ten thousand vertices in a ring, not one more, and is checked within seconds', () => {
  const began = performance.now()
  expect(found(zigzag(10_000), { drawn: 'from_file' })).toEqual([])
  expect(found(zigzag(10_001), { drawn: 'from_file' })).toEqual(['geometry/too-many-vertices /geometry/coordinates/0'])
  expect(performance.now() - began).toBeLessThan(10_000)
})

test('pointers follow the place of the geometry in the request', () => {
  expect(found(trench, { pointer: '/sites/2/geometry' })).toEqual(['geometry/width-required /sites/2/width_m'])
  expect(found({ type: 'Point' }, { pointer: '/area/geometry' })).toEqual([
    'geometry/malformed /area/geometry/coordinates',
  ])
})

test('a shape in zone 35 lands where the same shape in degrees lies; a forgotten zone is mended with a warning', () => {
  const metres = (zone: number) => ({ type: 'Point', coordinates: [zone + 396_742.534, 3_384_283.232] })
  for (const [crs, zone, warnings] of [
    ['EPSG:4523', 35_000_000, []],
    ['EPSG:4544', 0, []],
    ['EPSG:4523', 0, ['geometry/zone-prefix-differs /geometry/coordinates']],
    ['EPSG:4544', 35_000_000, ['geometry/zone-prefix-differs /geometry/coordinates']],
  ] as const) {
    const checked = checkGeometry(metres(zone), { crs, radius_m: 1 })
    expect(checked.ok && checked.geometry.coordinates.toString()).toBe('103.9236,30.5744')
    expect(found(metres(zone), { crs, radius_m: 1 })).toEqual(warnings)
  }
  expect(found(metres(34_000_000), { crs: 'EPSG:4523', radius_m: 1 })).toEqual([
    'geometry/wrong-zone /geometry/coordinates',
  ])
})

test('northing before easting, a far meridian and finer digits than a millimetre are noticed', () => {
  const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] })
  const radius_m = 1
  expect(found(point(3_384_283.232, 35_396_742.534), { crs: 'EPSG:4523', radius_m })).toEqual([
    'geometry/axes-swapped /geometry/coordinates',
  ])
  expect(found(point(3_384_283.232, 396_742.534), { crs: 'EPSG:4544', radius_m })).toEqual([
    'geometry/axes-swapped /geometry/coordinates',
  ])
  expect(found(point(684_283.5, 3_384_283.2), { crs: 'EPSG:4544', radius_m })).toEqual([
    'geometry/outside-zone /geometry/coordinates',
  ])
  expect(found(point(396_742.53451, 3_384_283.2), { crs: 'EPSG:4544', radius_m })).toEqual([
    'geometry/rounded /geometry/coordinates',
  ])
})

test('a dig that reaches more than fifty metres out of the district is warned of and routed', () => {
  const district = polygon(square(0, 0, 1000)) as Extract<Geometry, { type: 'Polygon' }>
  expect(found(polygon(square(900, 900, 130)), { district })).toEqual([])
  expect(found(polygon(square(900, 900, 200)), { district })).toEqual(['geometry/outside-district /geometry'])
  const notched = polygon([
    [0, 0],
    [1000, 0],
    [1000, 1000],
    [600, 1000],
    [600, 300],
    [400, 300],
    [400, 1000],
    [0, 1000],
    [0, 0],
  ])
  const across = near('LineString', [
    [300, 900],
    [700, 900],
  ])
  expect(checkGeometry(across, { district: notched as typeof district, width_m: 1 })).toMatchObject({
    ok: true,
    findings: [{ code: 'geometry/outside-district', severity: 'warning' }],
  })
})

test('any star-shaped ring passes, and swapping two corners of a round one is caught', () => {
  const spokes = fc.array(fc.double({ min: 20, max: 200, noNaN: true }), { minLength: 5, maxLength: 40 })
  fc.assert(
    fc.property(spokes, (radii) => {
      const corners = radii.map((radius, index): Position => {
        const angle = (2 * Math.PI * index) / radii.length
        return [radius * Math.cos(angle), radius * Math.sin(angle)]
      })
      expect(found(polygon([...corners, corners[0]!]))).toEqual([])
      const round = corners.map(([x, y]): Position => [(100 * x) / Math.hypot(x, y), (100 * y) / Math.hypot(x, y)])
      const crossed = [round[1]!, round[0]!, ...round.slice(2)]
      expect(found(polygon([...crossed, crossed[0]!])).join()).toContain('self-intersection')
    }),
  )
})

test('whatever comes in, the answer is findings, never an exception', () => {
  const position = fc.array(fc.oneof(fc.double(), fc.string(), fc.constant(null)), { maxLength: 4 })
  const anything = fc.record({
    type: fc.constantFrom('Point', 'LineString', 'Polygon', 'MultiPolygon', 'MultiPoint', 'Feature', '__proto__'),
    coordinates: fc.oneof(position, fc.array(position), fc.array(fc.array(position)), fc.anything()),
  })
  fc.assert(
    fc.property(
      fc.oneof(anything, fc.anything()),
      fc.constantFrom('EPSG:4490', 'EPSG:4523', 'EPSG:27700'),
      (input, crs) => {
        expect(Array.isArray(checkGeometry(input, { crs, width_m: 1, radius_m: 1 }).findings)).toBe(true)
      },
    ),
  )
})
