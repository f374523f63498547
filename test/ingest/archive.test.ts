import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { inspectFile } from '../../server/ingest/inspect.ts'
import { fixture, readAll, refusalOf } from './files.ts'
import { scratchFolder } from './scratch.ts'
import { zipOf, type ZipEntry } from './zip.ts'

const scratch = scratchFolder()
const point = Buffer.from(
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[104,30.5]}}]}',
)
const zeros = Buffer.alloc(70e6)
const small = { inflated_bytes: 100e6, archive_entries: 20 }

async function refused(name: string, entries: ZipEntry[]) {
  return refusalOf(await scratch.write(name, zipOf(entries)), { limits: small })
}

describe('an archive is refused before it does harm', () => {
  test('70 MB of zeros in 70 kB is a bomb by its ratio, as the directory declares', async () => {
    expect(await refused('ratio.zip', [{ name: 'a.geojson', data: zeros }])).toMatchObject({ code: 'imports/zip-bomb' })
  })

  test('a directory that declares 10 bytes for 70 MB is caught while inflating', async () => {
    expect(await refused('lie.zip', [{ name: 'a.geojson', data: zeros, declaredBytes: 10 }])).toMatchObject({
      code: 'imports/zip-bomb',
    })
  })

  test('two entries that are too much together', async () => {
    const random = Buffer.concat([zeros.subarray(0, 60e6)])
    const entries = ['a.geojson', 'b.txt'].map((name) => ({ name, data: random }))
    expect(await refused('two.zip', entries)).toMatchObject({ code: 'imports/zip-bomb', facts: { bytes: 120e6 } })
  })

  test('too many entries', async () => {
    const entries = Array.from({ length: 21 }, (_, at) => ({ name: `${at}.geojson`, data: point }))
    expect(await refused('many.zip', entries)).toMatchObject({ code: 'imports/zip-bomb' })
  })

  test.each(['../outside.geojson', '/etc/outside.geojson', 'C:\\outside.geojson', 'a\\..\\..\\outside.geojson'])(
    'the path %s',
    async (name) => {
      expect(await refused('slip.zip', [{ name, data: point }])).toMatchObject({ code: 'imports/zip-unsafe-path' })
    },
  )

  test('a link', async () => {
    expect(
      await refused('link.zip', [{ name: 'a.geojson', data: Buffer.from('/etc/passwd'), mode: 0o120777 }]),
    ).toMatchObject({ code: 'imports/zip-unsafe-path' })
  })

  test('an encrypted entry', async () => {
    expect(await refused('locked.zip', [{ name: 'a.geojson', data: point, flags: 1 }])).toMatchObject({
      code: 'imports/zip-encrypted',
    })
  })

  test('an archive in the archive, whatever else is in it', async () => {
    const entries = [
      { name: 'a.geojson', data: point },
      { name: 'more/b.kmz', data: point },
    ]
    expect(await refused('nested.zip', entries)).toMatchObject({
      code: 'imports/zip-nested',
      facts: { entry: 'more/b.kmz' },
    })
  })

  test('a byte changed inside it', async () => {
    const zip = zipOf([{ name: 'a.geojson', data: point }])
    zip[60] = zip[60]! ^ 0xff
    expect(await refusalOf(await scratch.write('flipped.zip', zip))).toMatchObject({ code: 'imports/corrupt' })
  })

  test('its end cut off', async () => {
    const zip = await readFile(fixture('derived_roads_cgcs2000_z35_gbk_nocpg.zip'))
    expect(await refusalOf(await scratch.write('cut.zip', zip.subarray(0, 9000)))).toMatchObject({
      code: 'imports/corrupt',
    })
  })

  test('nothing in it that we read', async () => {
    expect(await refused('photos.zip', [{ name: 'a.png', data: point }])).toMatchObject({
      code: 'imports/not-a-geofile',
    })
  })

  test('a table without shapes in it', async () => {
    expect(await refused('table.zip', [{ name: 'a.dbf', data: await readFile(fixture('ms_gbk.dbf')) }])).toMatchObject({
      code: 'imports/no-geometry',
    })
  })
})

describe('an archive is read', () => {
  test('when its names are GBK, as Chinese Windows writes them, under the name people know', async () => {
    const parts = ['shp', 'shx', 'dbf'].map((extension) => ({ extension, from: `ms_ldid_chinese.${extension}` }))
    const gbk = Buffer.from([0xb5, 0xc0, 0xc2, 0xb7])
    const entries = await Promise.all(
      parts.map(async ({ extension, from }) => ({
        name: Buffer.concat([gbk, Buffer.from(`.${extension.toUpperCase()}`)]),
        data: await readFile(fixture(from)),
      })),
    )
    const { summary, refusal } = await inspectFile(await scratch.write('gbk-names.zip', zipOf(entries)), {
      crs: 'EPSG:4326',
    })
    expect(summary).toMatchObject({ layer: '道路', format: 'shapefile', count: 1, encoding: 'gb18030' })
    expect(refusal).toMatchObject({ code: 'imports/crs-mismatch' })
  })

  test('when it holds one GeoJSON among pictures and Mac leftovers', async () => {
    const entries = [
      { name: 'x/photo.png', data: zeros.subarray(0, 10) },
      { name: '__MACOSX/x/._a.geojson', data: zeros.subarray(0, 10) },
      { name: 'x/a.geojson', data: point },
    ]
    const { features } = await readAll(await scratch.write('one.zip', zipOf(entries)))
    expect(features.map(({ geometry }) => geometry.coordinates)).toEqual([[104, 30.5]])
  })

  test('when it holds several Shapefiles, once one is chosen', async () => {
    const entries: ZipEntry[] = []
    for (const stem of ['ms_ldid_chinese', 'ms_cpg_big5']) {
      for (const extension of ['shp', 'shx', 'dbf'])
        entries.push({ name: `${stem}.${extension}`, data: await readFile(fixture(`${stem}.${extension}`)) })
    }
    const path = await scratch.write('two-layers.zip', zipOf(entries))
    expect(await refusalOf(path)).toMatchObject({
      code: 'imports/several-layers',
      facts: { layers: ['ms_ldid_chinese', 'ms_cpg_big5'] },
    })
    expect(await refusalOf(path, { layer: 'ms_cpg_big5' })).toMatchObject({ code: 'imports/crs-unknown' })
    expect(await refusalOf(path, { layer: 'roads' })).toMatchObject({ code: 'imports/layer-unknown' })
  })
})

test('nothing is left behind, read or refused', async () => {
  await refusalOf(fixture('ms_zip-in-zip.zip'), { scratch: scratch.path })
  await refusalOf(fixture('derived_roads_z35.dxf'), { scratch: scratch.path })
  await readAll(fixture('derived_roads_cgcs2000_z35_gbk_nocpg.zip'), { scratch: scratch.path })
  expect((await scratch.left()).filter((name) => name.startsWith('ingest-'))).toEqual([])
})
