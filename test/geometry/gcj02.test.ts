import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bd09ToGcj02,
  bd09ToWgs84,
  gcj02ToBd09,
  gcj02ToWgs84,
  wgs84ToBd09,
  wgs84ToGcj02,
} from '../../server/geometry/gcj02.ts'
import { readCsv } from './read-csv.ts'

const vectors = readCsv('fixtures/crs/reference_vectors.csv')
const inChina = fc.tuple(fc.double({ min: 74, max: 134, noNaN: true }), fc.double({ min: 4, max: 53, noNaN: true }))

test.each(vectors)('WGS 84 $wgs_lng, $wgs_lat matches its GCJ-02 and BD-09 vectors', (row) => {
  const wgs = [row.wgs_lng!, row.wgs_lat!] as [number, number]
  const gcj = wgs84ToGcj02(wgs)
  expect(Math.abs(gcj[0] - row.gcj_lng!)).toBeLessThanOrEqual(6e-9)
  expect(Math.abs(gcj[1] - row.gcj_lat!)).toBeLessThanOrEqual(6e-9)
  const bd = wgs84ToBd09(wgs)
  expect(Math.abs(bd[0] - row.bd_lng!)).toBeLessThanOrEqual(6e-9)
  expect(Math.abs(bd[1] - row.bd_lat!)).toBeLessThanOrEqual(6e-9)
})

test('there and back is the same place to a tenth of a millimetre, all over China', () => {
  fc.assert(
    fc.property(inChina, (wgs) => {
      for (const back of [gcj02ToWgs84(wgs84ToGcj02(wgs)), bd09ToWgs84(wgs84ToBd09(wgs))]) {
        expect(Math.abs(back[0] - wgs[0])).toBeLessThan(1e-9)
        expect(Math.abs(back[1] - wgs[1])).toBeLessThan(1e-9)
      }
      const gcj = gcj02ToBd09(wgs)
      expect(Math.abs(bd09ToGcj02(gcj)[0] - wgs[0])).toBeLessThan(1e-9)
    }),
  )
})

test('nothing moves outside the box of the offset', () => {
  expect(wgs84ToGcj02([24.94, 60.17])).toEqual([24.94, 60.17])
  expect(gcj02ToWgs84([-1.5, 53.8])).toEqual([-1.5, 53.8])
})
