import { describe, expect, test } from 'vitest'
import { encodeTile, type TileFeature } from '../../server/tiles/encode.ts'
import { decodeTile, signedArea } from './decode.ts'
import { wkb, type Drawn, type Position } from './wkb-writer.ts'

const columns = ['id', 'name', 'depth', 'is_open', 'note']
const draw = (geometry: Drawn, properties: object = {}): TileFeature => ({
  geom: wkb(geometry),
  properties: { ...properties },
})
const one = (...features: TileFeature[]) => decodeTile(encodeTile([{ name: 'digs', columns, features }])).digs ?? []

describe('geometry', () => {
  test('a point, a line and a polygon come back where they were', () => {
    const [point, line, polygon] = one(
      draw({ type: 'Point', coordinates: [25, 17] }),
      draw({
        type: 'LineString',
        coordinates: [
          [2, 2],
          [2, 10],
          [10, 10],
        ],
      }),
      draw({
        type: 'Polygon',
        coordinates: [
          [
            [3, 6],
            [8, 12],
            [20, 34],
            [3, 6],
          ],
        ],
      }),
    )
    expect(point).toMatchObject({ type: 'Point', parts: [[[25, 17]]] })
    expect(line).toMatchObject({
      type: 'LineString',
      parts: [
        [
          [2, 2],
          [2, 10],
          [10, 10],
        ],
      ],
    })
    expect(polygon).toMatchObject({
      type: 'Polygon',
      parts: [
        [
          [3, 6],
          [8, 12],
          [20, 34],
          [3, 6],
        ],
      ],
    })
  })

  test('multi geometries keep all their parts in one feature', () => {
    const [points, lines, polygons] = one(
      draw({
        type: 'MultiPoint',
        coordinates: [
          [5, 7],
          [3, 2],
        ],
      }),
      draw({
        type: 'MultiLineString',
        coordinates: [
          [
            [2, 2],
            [2, 10],
          ],
          [
            [1, 1],
            [3, 5],
          ],
        ],
      }),
      draw({
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [10, 0],
              [10, 10],
              [0, 0],
            ],
          ],
          [
            [
              [20, 20],
              [30, 20],
              [30, 30],
              [20, 20],
            ],
          ],
        ],
      }),
    )
    expect(points!.parts).toEqual([[[5, 7]], [[3, 2]]])
    expect(lines!.parts).toHaveLength(2)
    expect(polygons!.parts).toHaveLength(2)
  })

  test('outer rings turn clockwise on screen and holes the other way, whichever way they came', () => {
    const outer: Position[] = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ]
    const hole: Position[] = [
      [20, 20],
      [40, 20],
      [40, 40],
      [20, 40],
      [20, 20],
    ]
    for (const coordinates of [
      [outer, hole],
      [outer.toReversed(), hole],
      [outer, hole.toReversed()],
    ]) {
      const [feature] = one(draw({ type: 'Polygon', coordinates }))
      expect(feature!.parts.map(signedArea)).toEqual([10_000, -400])
    }
  })

  test('what has shrunk to nothing is left out, and a hole does not outlive its polygon', () => {
    const line: Drawn = {
      type: 'LineString',
      coordinates: [
        [5, 5],
        [5, 5],
      ],
    }
    const flat: Drawn = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [9, 9],
          [0, 0],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    }
    const empty: Drawn = { type: 'GeometryCollection', geometries: [] }
    const nowhere: Drawn = { type: 'Point', coordinates: [NaN, NaN] }
    expect(
      encodeTile([{ name: 'digs', columns, features: [line, flat, empty, nowhere].map((drawn) => draw(drawn)) }]),
    ).toHaveLength(0)
    expect(encodeTile([{ name: 'digs', columns, features: [{ geom: null, properties: {} }] }])).toHaveLength(0)
  })

  test('of a collection the parts of the highest dimension are drawn', () => {
    const geometries: Drawn[] = [
      { type: 'Point', coordinates: [1, 1] },
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [4, 4],
        ],
      },
    ]
    expect(one(draw({ type: 'GeometryCollection', geometries }))).toMatchObject([
      {
        type: 'LineString',
        parts: [
          [
            [0, 0],
            [4, 4],
          ],
        ],
      },
    ])
  })

  test('big-endian binary reads the same', () => {
    const drawn: Drawn = {
      type: 'LineString',
      coordinates: [
        [-64, 4160],
        [4160, -64],
      ],
    }
    expect(one({ geom: wkb(drawn, false), properties: {} })[0]!.parts).toEqual(
      one({ geom: wkb(drawn, true), properties: {} })[0]!.parts,
    )
  })

  test('binary that is no 2-D geometry is an error, not a broken tile', () => {
    const bytes = wkb({ type: 'Point', coordinates: [1, 2] })
    bytes[1] = 0xe9 // 1001: a point with a height
    bytes[2] = 0x03
    expect(() => one({ geom: bytes, properties: {} })).toThrow(/1001/)
  })
})

describe('properties', () => {
  test('texts, numbers and booleans arrive as such; nulls and columns not listed do not arrive', () => {
    const [feature] = one(
      draw(
        { type: 'Point', coordinates: [1, 1] },
        { id: 'prj_1', name: '云杉路', depth: -1.5, is_open: false, note: null, secret: 'x' },
      ),
    )
    expect(feature!.properties).toEqual({ id: 'prj_1', name: '云杉路', depth: -1.5, is_open: false })
  })

  test('the number of a feature is its id in the tile, beyond 32 bits too; a property called id stays a property', () => {
    const [feature] = one({ ...draw({ type: 'Point', coordinates: [1, 1] }, { id: 7 }), number: 2 ** 40 + 5 })
    expect(feature).toMatchObject({ id: 2 ** 40 + 5, properties: { id: 7 } })
  })

  test('1, "1" and true stay three different values', () => {
    const at = { type: 'Point', coordinates: [1, 1] } as const
    const found = one(draw(at, { name: 1 }), draw(at, { name: '1' }), draw(at, { name: true }))
    expect(found.map(({ properties }) => properties.name)).toEqual([1, '1', true])
  })

  test('a value that repeats is written once', () => {
    const at = { type: 'Point', coordinates: [1, 1] } as const
    const rows = Array.from({ length: 100 }, () =>
      draw(at, { name: 'a name that is long enough to be seen in the size' }),
    )
    expect(encodeTile([{ name: 'digs', columns, features: rows }]).length).toBeLessThan(2_000)
  })

  test('lists and objects of imported layers travel as JSON text', () => {
    const [feature] = one(draw({ type: 'Point', coordinates: [1, 1] }, { note: { a: [1] } }))
    expect(feature!.properties.note).toBe('{"a":[1]}')
  })
})

test('a tile holds several layers and leaves out the empty ones', () => {
  const at = draw({ type: 'Point', coordinates: [1, 1] })
  const tile = encodeTile([
    { name: 'projects', columns, features: [at] },
    { name: 'nothing', columns, features: [] },
    { name: 'project_points', columns, features: [at, at] },
  ])
  expect(Object.entries(decodeTile(tile)).map(([name, features]) => [name, features.length])).toEqual([
    ['projects', 1],
    ['project_points', 2],
  ])
})
