import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeTile, type TileFeature } from '../../server/tiles/encode.ts'
import { decodeTile, signedArea } from './decode.ts'
import { wkb, type Drawn, type Position } from './wkb-writer.ts'

const columns = ['name', 'depth', 'is_open', 'note']
const draw = (geometry: Drawn, properties: object = {}): TileFeature => ({
  geom: wkb(geometry),
  properties: { ...properties },
})
const one = (...features: TileFeature[]) => decodeTile(encodeTile([{ name: 'digs', columns, features }])).digs ?? []

describe('for any input', () => {
  const unit = fc.integer({ min: -256, max: 4352 })
  const position = fc.tuple(unit, unit)
  const same = (a: Position, b: Position | undefined) => b !== undefined && a[0] === b[0] && a[1] === b[1]
  const distinct = (path: readonly Position[]) => path.filter((at, i) => !same(at, path[i - 1]))

  test('lines come back position by position, without repeats', () => {
    const lines = fc.array(fc.array(position, { minLength: 2, maxLength: 300 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(lines, (coordinates) => {
        const [feature] = one(draw({ type: 'MultiLineString', coordinates }))
        const expected = coordinates.map(distinct).filter((path) => path.length > 1)
        expect(feature?.parts ?? []).toEqual(expected)
      }),
    )
  })

  test('rings come back with their area, in the direction that makes them outer', () => {
    const ring = fc.array(position, { minLength: 3, maxLength: 60 }).map((open): Position[] => [...open, open[0]!])
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 5 }), (rings) => {
        const [feature] = one(draw({ type: 'MultiPolygon', coordinates: rings.map((outer) => [outer]) }))
        const areas = rings.map((outer) => Math.abs(signedArea(outer))).filter((area) => area > 0)
        expect((feature?.parts ?? []).map(signedArea)).toEqual(areas)
      }),
    )
  })

  test('properties come back as they were', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.boolean(),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    const properties = fc.record({ name: value, depth: value, is_open: value, note: fc.option(value) })
    fc.assert(
      fc.property(fc.array(properties, { minLength: 1, maxLength: 20 }), (all) => {
        const found = one(...all.map((each) => draw({ type: 'Point', coordinates: [1, 1] }, each)))
        const present = all.map((each) =>
          Object.fromEntries(
            Object.entries(each)
              .filter(([, given]) => given !== null)
              .map(([key, given]) => [key, Object.is(given, -0) ? 0 : given]),
          ),
        )
        expect(found.map((feature) => feature.properties)).toEqual(present)
      }),
    )
  })
})
