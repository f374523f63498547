import { expect, test } from 'vitest'
import { inspectFile } from '../../server/ingest/inspect.ts'
import { readFeatures } from '../../server/ingest/read.ts'
import type { Progress } from '../../server/ingest/options.ts'
import { fixture, readAll } from './files.ts'

test('a preview shows the first 200 features, the columns with a sample, and how many there are', async () => {
  const { summary, features, choices, refusal } = await inspectFile(fixture('derived_roads_cgcs2000_z35_gbk_nocpg.zip'))
  expect(features).toHaveLength(200)
  expect(summary).toMatchObject({
    format: 'shapefile',
    layer: 'roads_cgcs2000_z35_gbk',
    count: 300,
    columns: [
      { name: '道路名称', type: 'String', sample: '棕南正街' },
      { name: '道路等级', type: 'String', sample: 'residential' },
      { name: '车道数', type: 'Integer', sample: 1 },
      { name: '路宽', type: 'Real', sample: 3.2 },
    ],
  })
  expect({ choices, refusal }).toEqual({ choices: [], refusal: null })
})

test('several layers are offered with what is in each', async () => {
  const { choices, refusal } = await inspectFile(fixture('ms_mixed_crs.gpkg'))
  expect(refusal).toMatchObject({ code: 'imports/several-layers', pointer: '/layer' })
  expect(choices).toEqual([
    {
      field: 'layer',
      options: [
        { value: 'oregon_2269', geometry_type: 'MultiPolygon', count: 1, crs: 'EPSG:2269' },
        { value: 'oregon_4326', geometry_type: 'MultiPolygon', count: 1, crs: 'EPSG:4326' },
      ],
    },
  ])
})

test('a file that is none is an answer, with no choice to make', async () => {
  expect(await inspectFile(fixture('ms_big5.dbf'))).toMatchObject({
    summary: null,
    features: [],
    choices: [],
    refusal: { code: 'imports/no-geometry' },
  })
})

test('batches come 500 at a time, progress is told, and rows are numbered through', async () => {
  const told: Progress[] = []
  const { batches, features } = await readAll(fixture('chengdu_wuhou_roads_osm.geojson'), {
    onProgress: (progress) => told.push(progress),
  })
  expect(batches.map(({ features }) => features.length)).toEqual([500, 352])
  expect(features.map(({ row }) => row)).toEqual(Array.from({ length: 852 }, (_, at) => at + 1))
  expect(told.map(({ phase, read }) => [phase, read])).toEqual([
    ['opening', 0],
    ['reading', 500],
    ['reading', 852],
  ])
})

test('a reading given up half way stops its worker', async () => {
  const reading = await readFeatures(fixture('schutterwald_gas_pipes.geojson'))
  for await (const { features } of reading.batches) {
    expect(features).toHaveLength(500)
    break
  }
  await reading.close()
})

test('more files at once than there are workers wait their turn', async () => {
  const files = [
    'derived_roads.kml',
    'derived_roads_cm105.fgb',
    'synthetic_kancedingjie_z35_gbk.txt',
    'helsinki_hankealueet.json',
  ]
  const read = await Promise.all(files.map(async (file) => (await readAll(fixture(file))).features.length))
  expect(read).toEqual([60, 50, 3, 4])
})
