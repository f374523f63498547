import { describe, expect, test } from 'vitest'
import { suggestCrs } from '../../server/ingest/suggest-crs.ts'
import { inspectFile } from '../../server/ingest/inspect.ts'
import { firstPosition, fixture, metresBetween, readAll, refusalOf } from './files.ts'
import { scratchFolder } from './scratch.ts'

const scratch = scratchFolder()
/** One place over Shuangliu in every system, from fixtures/crs/reference_vectors.csv. */
const place: [number, number] = [103.97, 30.71]
const csvOf = (x: number, y: number) => `x,y\n${x},${y}\n`

describe('one place comes out the same from every system that may be declared', () => {
  test.each([
    ['EPSG:4490', 103.97, 30.71],
    ['CGCS2000', 103.97, 30.71],
    ['WGS84', 103.97, 30.71],
    ['GCJ-02', 103.97220244, 30.70735212],
    ['bd09', 103.9787752, 30.71306235],
    ['EPSG:4523', 35401331.62, 3399275.852],
    ['4544', 401331.62, 3399275.852],
    ['urn:ogc:def:crs:EPSG::32648', 401371.087, 3397916.141],
    ['EPSG:3857', 11573887.5, 3595144.116],
  ])('%s', async (crs, x, y) => {
    const { features } = await readAll(await scratch.write(`${crs.replaceAll(/\W/g, '')}.csv`, csvOf(x, y)), { crs })
    expect(metresBetween(firstPosition(features[0]), place)).toBeLessThan(0.5)
  })
})

describe('a system that does not fit is refused', () => {
  const grid = csvOf(35401331.62, 3399275.852)
  test.each([
    ['EPSG:4544', 'imports/crs-mismatch', ['EPSG:4523']],
    ['EPSG:4490', 'imports/crs-mismatch', ['EPSG:4523']],
    ['BD-09', 'imports/crs-mismatch', ['EPSG:4523']],
    ['EPSG:27700', 'imports/crs-mismatch', ['EPSG:4523']],
  ])('zone-35 metres declared as %s', async (crs, code, suggestions) => {
    const path = await scratch.write(`wrong-${crs.replaceAll(/\W/g, '')}.csv`, grid)
    expect(await refusalOf(path, { crs })).toMatchObject({ code, pointer: '/crs', facts: { suggestions } })
  })

  test.each(['EPSG:2435', 'EPSG:2359', '4214', 'EPSG:4610'])(
    '%s is on a datum whose parameters are secret',
    async (crs) => {
      const path = await scratch.write('old-datum.csv', crs.startsWith('EPSG:2') ? grid : csvOf(...place))
      expect(await refusalOf(path, { crs })).toMatchObject({ code: 'imports/crs-datum' })
    },
  )

  test.each(['EPSG:1', 'EPSG:999999', 'local grid', '+proj=tmerc'])('%s is no system', async (crs) => {
    expect(await refusalOf(await scratch.write('no-crs.csv', grid), { crs })).toMatchObject({
      code: 'imports/crs-unsupported',
    })
  })

  test('GCJ-02 declared over a file that says it is in metres', async () => {
    const path = fixture('derived_roads_cgcs2000_z35_gbk_nocpg.zip')
    expect(await refusalOf(path, { crs: 'GCJ-02' })).toMatchObject({ code: 'imports/crs-conflict' })
  })
})

test('a datum with public parameters is shifted, not taken as it is', async () => {
  // A pipe of the same network starts at this junction; its position was published in WGS 84 (schutterwald_gas_pipes.geojson).
  const path = await scratch.write('dhdn.csv', csvOf(3417460.371, 5369562.073))
  const { features, summary } = await readAll(path, { crs: 'EPSG:31467' })
  expect(metresBetween(firstPosition(features[0]), [7.8829905, 48.4584074])).toBeLessThan(1)
  expect(summary.notes.map(({ code }) => code)).toEqual(['imports/note-datum-approximate'])
})

test('GCJ-02 declared over a KML moves it by the offset, some 360 m', async () => {
  const path = fixture('derived_roads.kml')
  const [asWritten, unshifted] = [await readAll(path), await readAll(path, { crs: 'GCJ-02' })]
  const metres = metresBetween(firstPosition(asWritten.features[0]), firstPosition(unshifted.features[0]))
  expect(metres).toBeGreaterThan(300)
  expect(metres).toBeLessThan(450)
  expect(unshifted.summary).toMatchObject({ source_crs: 'GCJ-02', crs_detected_how: 'declared' })
})

describe('what a bare coordinate may be is suggested, never acted on', () => {
  test.each([
    [[35401331, 3399275], ['EPSG:4523']],
    [[3399275, 35401331], ['EPSG:4523 (x ↔ y)']],
    [[18401331, 3399275], ['EPSG:4496']],
    [
      [401331, 3399275],
      ['EPSG:4544', 'EPSG:4543', 'EPSG:4545'],
    ],
    [
      [104, 30],
      ['EPSG:4490', 'GCJ-02', 'BD-09'],
    ],
    [[11573887, 3594776], ['EPSG:3857']],
    [[25496842, 6672974], []],
    [[1, 1e9], []],
  ] as [[number, number], string[]][])('%j', (sample, suggestions) => expect(suggestCrs(sample)).toEqual(suggestions))

  test('the preview shows where the drawing would lie under each', async () => {
    const { summary, features, choices } = await inspectFile(fixture('derived_roads_z35.dxf'))
    expect(summary).toMatchObject({ count: 80, source_crs: null })
    expect(features).toEqual([])
    expect(choices).toMatchObject([{ field: 'crs', options: [{ value: 'EPSG:4523' }] }])
    expect(metresBetween(choices[0]!.options[0]!.lands_at!, [104.0720292, 30.625041])).toBeLessThan(1)
  })
})
