import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { crsForEasting, crsOfEasting, toCgcs2000, type Transformer, zonePrefix } from '../../server/geometry/crs.ts'
import { crsRegistry, findCrs } from '../../server/geometry/crs-registry.ts'
import type { Position } from '../../server/geometry/geojson.ts'
import { readCsv } from './read-csv.ts'

const transformer = (crs: string) => {
  const found = toCgcs2000(crs)
  if ('severity' in found) throw new Error(found.message_en)
  return found satisfies Transformer
}

const projected = readFileSync('fixtures/crs/projected_vectors.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([crs, ...numbers]) => [crs!, ...numbers.map(Number)] as [string, number, number, number, number])

test.each(projected)('%s at %f, %f is where PROJ puts it, to two millimetres both ways', (crs, lon, lat, x, y) => {
  const { toCgcs2000: to, fromCgcs2000: from } = transformer(crs)
  const metres = from([lon, lat])
  expect(Math.hypot(metres[0] - x, metres[1] - y)).toBeLessThan(0.002)
  const degrees = to([x, y])
  expect(
    Math.hypot((degrees[0] - lon) * 111_320 * Math.cos((lat * Math.PI) / 180), (degrees[1] - lat) * 110_600),
  ).toBeLessThan(0.002)
})

test.each(readCsv('fixtures/crs/reference_vectors.csv'))('Shuangliu $wgs_lng, $wgs_lat in its zones', (row) => {
  const place: Position = [row.wgs_lng!, row.wgs_lat!]
  const off = (crs: string, x: number, y: number) => {
    const [east, north] = transformer(crs).fromCgcs2000(place)
    return Math.hypot(east - x, north - y)
  }
  expect(off('EPSG:4523', row.epsg4523_e!, row.epsg4523_n!)).toBeLessThan(0.001)
  expect(off('EPSG:4544', row.epsg4544_e!, row.epsg4544_n!)).toBeLessThan(0.001)
  expect(off('EPSG:32648', row.utm48_e!, row.utm48_n!)).toBeLessThan(0.002)
})

test('GCJ-02 and BD-09 are undone only when declared', () => {
  const gcj = transformer('GCJ-02').toCgcs2000([103.9404884, 30.62346877])
  expect(gcj).not.toEqual([103.9404884, 30.62346877])
  expect(transformer('BD-09').toCgcs2000([103.9405484, 30.62346877])[0]).toBeCloseTo(103.932, 7)
  expect(transformer('EPSG:4326').toCgcs2000([103.9405484, 30.62346877])).toEqual([103.9405484, 30.62346877])
})

test('the longitude comes first whatever the axis order of the registry', () => {
  expect(transformer('EPSG:4490').toCgcs2000([103.9, 30.5])).toEqual([103.9, 30.5])
  expect(transformer('EPSG:4544').fromCgcs2000([103.9236, 30.5744])[0]).toBeCloseTo(396742.534, 3)
})

test.each([
  ['EPSG:4523', 'EPSG:4523'],
  ['4523', 'EPSG:4523'],
  ['epsg:4490', 'EPSG:4490'],
  ['urn:ogc:def:crs:EPSG::4544', 'EPSG:4544'],
  ['http://www.opengis.net/def/crs/EPSG/0/4490', 'EPSG:4490'],
  ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'EPSG:4326'],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
  ['CRS84', 'EPSG:4326'],
  ['WGS 84', 'EPSG:4326'],
  ['CGCS2000', 'EPSG:4490'],
  ['gcj02', 'GCJ-02'],
  ['BD-09', 'BD-09'],
])('%s names %s', (text, code) => {
  expect(findCrs(text)?.code).toBe(code)
})

test('what names no known system is refused in both languages', () => {
  for (const text of ['EPSG:99999', '', 'mercator', '+proj=nonsense', 'PROJCS["broken', '+proj=geocent +datum=WGS84']) {
    expect(toCgcs2000(text)).toMatchObject({ code: 'geometry/crs-unknown', severity: 'error' })
  }
})

const esri = (name: string, datum: string, ellipsoid: string, easting: number) =>
  `PROJCS["${name}",GEOGCS["GCS",DATUM["${datum}",SPHEROID[${ellipsoid}]],PRIMEM["Greenwich",0.0],` +
  'UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],' +
  `PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],` +
  'PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'

test('a .prj of CGCS2000 is read, one of Beijing 1954 is refused because its shift is not known', () => {
  const cgcs = esri('CGCS2000_3_Degree_GK_Zone_35', 'D_China_2000', '"CGCS2000",6378137.0,298.257222101', 35_500_000)
  const [lon, lat] = transformer(cgcs).toCgcs2000([35_396_742.534, 3_384_283.232])
  expect([lon.toFixed(7), lat.toFixed(7)]).toEqual(['103.9236000', '30.5744000'])
  const beijing = esri(
    'Beijing_1954_3_Degree_GK_CM_105E',
    'D_Beijing_1954',
    '"Krasovsky_1940",6378245.0,298.3',
    500_000,
  )
  expect(toCgcs2000(beijing)).toMatchObject({ code: 'geometry/crs-datum-unknown' })
})

test('a caller may bring any proj4 definition with its datum', () => {
  const known = transformer('+proj=tmerc +lat_0=0 +lon_0=104 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m')
  expect(known.fromCgcs2000([104, 30])[0]).toBeCloseTo(500_000, 6)
  const shifted = '+proj=longlat +ellps=krass +towgs84=15.8,-154.4,-82.3'
  expect(transformer(shifted).crs).toMatchObject({ datum: 'shifted', unit: 'degree' })
  expect(transformer(shifted).toCgcs2000([104, 30])).not.toEqual([104, 30])
})

test('the zone before an easting names its system', () => {
  expect([zonePrefix(35_396_742.5), zonePrefix(396_742.5)]).toEqual([35, null])
  expect(crsOfEasting(35_396_742.5)?.code).toBe('EPSG:4523')
  expect(crsOfEasting(18_396_742.5)?.code).toBe('EPSG:4496')
  expect(crsOfEasting(396_742.5)).toBeUndefined()
  expect(crsOfEasting(60_396_742.5)).toBeUndefined()
})

test('a missing or extra zone prefix is mended with a warning, another zone is an error', () => {
  const zone35 = crsRegistry.get('EPSG:4523')!
  const meridian105 = crsRegistry.get('EPSG:4544')!
  expect(crsForEasting(zone35, 35_396_742)).toEqual({ crs: zone35, note: null })
  expect(crsForEasting(zone35, 396_742)).toMatchObject({ crs: meridian105, note: { severity: 'warning' } })
  expect(crsForEasting(meridian105, 35_396_742)).toMatchObject({ crs: zone35 })
  expect(crsForEasting(meridian105, 34_396_742)).toMatchObject({ code: 'geometry/wrong-zone', severity: 'error' })
  expect(crsForEasting(crsRegistry.get('EPSG:3879')!, 25_496_841)).toMatchObject({ note: null })
})

test('there and back is the same place in every system of the registry', () => {
  const zones = [...crsRegistry.values()].filter(({ gauss_kruger }) => gauss_kruger)
  expect(zones).toHaveLength(64)
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      fc.double({ min: 18, max: 53, noNaN: true }),
      (crs, east, lat) => {
        const lon = crs.gauss_kruger!.central_meridian + east
        const { toCgcs2000: to, fromCgcs2000: from } = transformer(crs.code)
        const back = to(from([lon, lat]))
        expect(Math.hypot(back[0] - lon, back[1] - lat)).toBeLessThan(1e-9)
        if (crs.gauss_kruger!.zone !== null) expect(zonePrefix(from([lon, lat])[0])).toBe(crs.gauss_kruger!.zone)
      },
    ),
  )
})
