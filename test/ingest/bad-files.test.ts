import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { openGdal } from '../../server/ingest/gdal.ts'
import { defaultLimits } from '../../server/ingest/options.ts'
import { fixture, readAll, refusalOf } from './files.ts'
import { scratchFolder } from './scratch.ts'

const scratch = scratchFolder()
const feature = (coordinates: unknown, type = 'Point', properties: unknown = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

describe('a damaged or foreign file is refused, whatever it is called', () => {
  test.each([
    ['empty.geojson', '', 'imports/not-a-geofile'],
    ['prose.geojson', 'Dear colleagues, attached please find', 'imports/not-a-geofile'],
    ['other.json', '{"hello": "world"}', 'imports/not-a-geofile'],
    ['drawing.dxf', 'AC1027 and then bytes', 'imports/not-a-geofile'],
    ['page.kml', '<html><body>not found</body></html>', 'imports/not-a-geofile'],
    ['none.geojson', collection(), 'imports/no-features'],
    ['prose.csv', 'only one column\nand a line', 'imports/not-a-geofile'],
    ['head.kml', '<?xml version="1.0"?><kml><Document><Placemark><Point><coord', 'imports/corrupt'],
    ['not.gpkg', 'SQLite format 3\0 and nothing more', 'imports/corrupt'],
    ['not.fgb', 'fgb\x03fgb\x00garbage garbage garbage', 'imports/corrupt'],
    ['shape.shp', Buffer.from([0, 0, 0x27, 0x0a, 0, 0]), 'imports/incomplete-shapefile'],
  ])('%s', async (name, content, code) => {
    expect(await refusalOf(await scratch.write(name, content))).toMatchObject({ code })
  })

  test.each([
    ['chengdu_wuhou_roads_osm.geojson', 100_000],
    ['derived_roads.kml', 20_000],
    ['derived_roads_z35.dxf', 12_000],
    ['derived_roads_cm105.fgb', 5_000],
    ['ms_mixed_crs.gpkg', 60_000],
    ['helsinki_hankealueet.json', 5_000],
    ['synthetic_kancedingjie_z35_gbk.txt', 500],
  ])('%s cut off at %i bytes', async (name, bytes) => {
    const path = await scratch.write(`cut-${name}`, (await readFile(fixture(name))).subarray(0, bytes))
    const options = {
      crs: name.endsWith('.dxf') ? 'EPSG:4523' : undefined,
      layer: name.endsWith('.gpkg') ? 'oregon_4326' : undefined,
    }
    const answer = await readAll(path, options).catch((error: { fault: unknown }) => error.fault)
    if ('errors' in (answer as object)) expect((answer as { errors: unknown[] }).errors).not.toEqual([])
    else expect(answer).toMatchObject({ code: 'imports/corrupt' })
  })

  test('larger than allowed', async () => {
    const path = fixture('derived_roads.kml')
    expect(await refusalOf(path, { limits: { file_bytes: 1000 } })).toMatchObject({
      code: 'imports/too-large',
      facts: { bytes: 29889 },
    })
  })

  test('a GeoJSON that claims a local system PROJ does not know', async () => {
    const json = JSON.stringify({
      ...JSON.parse(collection(feature([1, 2]))),
      crs: { type: 'name', properties: { name: 'EPSG:999999' } },
    })
    expect((await refusalOf(await scratch.write('odd-crs.geojson', json))).code).toMatch(
      /^imports\/(crs-unknown|crs-unsupported|corrupt)$/,
    )
  })
})

describe('a bad row is refused by its number, the others are read', () => {
  test('null, empty, open, short and far-off geometries', async () => {
    const path = await scratch.write(
      'rows.geojson',
      collection(
        feature([104, 30.5]),
        { type: 'Feature', properties: { name: 'none' }, geometry: null },
        feature([104.1, 30.6], 'Point', { name: '好' }),
        feature(
          [
            [
              [104, 30],
              [104.1, 30],
              [104.1, 30.1],
              [104, 30.1],
            ],
          ],
          'Polygon',
        ),
        feature([[104, 30]], 'LineString'),
        feature([], 'Point'),
        feature([204, 30.5]),
        feature([104, 30.7]),
      ),
    )
    const { features, errors, summary } = await readAll(path)
    expect(features.map(({ row }) => row)).toEqual([1, 3, 8])
    expect(errors.map(({ row, code }) => [row, code])).toEqual([
      [2, 'imports/row-no-geometry'],
      [4, 'imports/row-bad-geometry'],
      [5, 'imports/row-bad-geometry'],
      [6, 'imports/row-no-geometry'],
      [7, 'imports/row-outside-crs'],
    ])
    expect(summary).toMatchObject({ count: 8, geometry_types: { Point: 3 }, bbox: [104, 30.5, 104.1, 30.7] })
  })
})

describe('whatever a file does to the reader ends with the reader', () => {
  const open = (limits: Partial<typeof defaultLimits>) => openGdal(scratch.path, { ...defaultLimits, ...limits })

  test('a step that takes too long', async () => {
    const path = fixture('helsinki_clash_layers_epsg3879.geojson')
    expect(await refusalOf(path, { limits: { step_seconds: 0.001 } })).toMatchObject({ code: 'imports/timed-out' })
  })

  test('memory beyond the limit', async () => {
    const gdal = await open({ heap_megabytes: 8 })
    const features = Array.from({ length: 60_000 }, (_, at) => ({
      properties: { at, text: `row ${at}` },
      geometry: { type: 'Point', coordinates: [at, at] },
    }))
    await expect(gdal.call('place', { features })).rejects.toMatchObject({ fault: { code: 'imports/out-of-memory' } })
    await gdal.close()
  })

  test('a crash, after which the next file is read as if nothing had been', async () => {
    const gdal = await open({})
    await expect(gdal.call('openLines', { path: scratch.path })).resolves.toBe(true)
    await expect(gdal.call('next', { rows: 1 })).rejects.toMatchObject({ fault: { code: 'imports/reader-crashed' } })
    expect((await readAll(fixture('derived_roads.kml'))).features).toHaveLength(60)
  })
})
