import { describe, expect, test } from 'vitest'
import { readAll, refusalOf } from './files.ts'
import { scratchFolder } from './scratch.ts'

const scratch = scratchFolder()
const point = (x: number, y: number, more = '') =>
  `{"type":"Feature",${more}"properties":{"n":${x}},"geometry":{"type":"Point","coordinates":[${x},${y}]}}`
const zone35 = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4523"}}'

describe('GeoJSON is read however it is laid out', () => {
  test.each([
    ['a collection', `{"type":"FeatureCollection","features":[${point(104, 30)},${point(105, 31)}]}`, 2],
    ['features before the type', `{"features":[${point(104, 30)}],"name":"x","type":"FeatureCollection"}`, 1],
    ['one feature', point(104, 30), 1],
    ['one geometry', '{"type":"Point","coordinates":[104,30]}', 1],
    ['one a line', `${point(104, 30)}\n${point(105, 31)}\n`, 2],
    ['one a record', `\x1E${point(104, 30)}\n\x1E${point(105, 31)}\n`, 2],
    ['heights', '{"type":"Point","coordinates":[104,30,500.5]}', 1],
    [
      'brackets and quotes in words',
      `{"type":"FeatureCollection","features":[${point(104, 30, '"id":"}\\"]{","note":{"features":[{}]},')}]}`,
      1,
    ],
  ])('%s', async (name, text, count) => {
    const { features } = await readAll(await scratch.write(`${name}.geojson`, text))
    expect(features).toHaveLength(count)
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [104, 30] })
  })

  test('nested properties stay nested, and the id of a feature is a column', async () => {
    const text =
      '{"type":"Feature","id":7,"properties":{"core":{"names":["a","b"]}},"geometry":{"type":"Point","coordinates":[104,30]}}'
    const { features } = await readAll(await scratch.write('nested.geojson', text))
    expect(features[0]?.properties).toEqual({ id: 7, core: { names: ['a', 'b'] } })
  })

  test('a feature larger than what is read at once', async () => {
    const ring = Array.from({ length: 120_000 }, (_, at) => [
      104 + 0.1 * Math.cos((at / 60_000) * Math.PI),
      30 + 0.1 * Math.sin((at / 60_000) * Math.PI),
    ])
    const polygon = { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [1, 2, 3].map(() => ({ type: 'Feature', properties: {}, geometry: polygon })),
    })
    const { features } = await readAll(await scratch.write('large.geojson', text))
    expect(features.map(({ geometry }) => (geometry.coordinates as number[][][])[0]!.length)).toEqual([
      120_001, 120_001, 120_001,
    ])
  })
})

describe('its coordinate system', () => {
  test.each([
    ['before the features', `{"type":"FeatureCollection",${zone35},"features":[${point(35401331.62, 3399275.852)}]}`],
    [
      'after the features',
      `{"type":"FeatureCollection","features":[${point(35401331.62, 3399275.852)}],"bbox":[1,2,3,4],${zone35}}`,
    ],
  ])('is found %s', async (name, text) => {
    const { summary } = await readAll(await scratch.write(`${name}.geojson`, text))
    expect(summary).toMatchObject({ source_crs: 'EPSG:4523', crs_detected_how: 'crs_member' })
  })

  test('said to be unknown, it is asked for', async () => {
    const text = `{"type":"FeatureCollection","crs":null,"features":[${point(35401331.62, 3399275.852)}]}`
    const path = await scratch.write('null.geojson', text)
    expect(await refusalOf(path)).toMatchObject({ code: 'imports/crs-unknown', facts: { suggestions: ['EPSG:4523'] } })
    expect((await readAll(path, { crs: '4523' })).features).toHaveLength(1)
  })

  test('left out over metres, it is refused with what it may be, and may be declared', async () => {
    const path = await scratch.write(
      'metres.geojson',
      `{"type":"FeatureCollection","features":[${point(35401331.62, 3399275.852)}]}`,
    )
    expect(await refusalOf(path)).toMatchObject({
      code: 'imports/crs-mismatch',
      facts: { crs: 'EPSG:4326', suggestions: ['EPSG:4523'] },
    })
    expect((await readAll(path, { crs: 'EPSG:4523' })).features).toHaveLength(1)
  })
})

describe('damage', () => {
  test('one broken feature is one bad row', async () => {
    const text = `{"type":"FeatureCollection","features":[${point(104, 30)},{"type":"Feature","properties":{,}},${point(104, 31)}]}`
    const { features, errors } = await readAll(await scratch.write('broken.geojson', text))
    expect(features.map(({ row }) => row)).toEqual([1, 3])
    expect(errors).toMatchObject([{ row: 2, code: 'imports/row-bad-record' }])
  })

  test.each([
    ['cut off', `{"type":"FeatureCollection","features":[${point(104, 30)},{"type":"Fea`],
    ['closed too often', `{"type":"FeatureCollection","features":[${point(104, 30)}]}}`],
  ])('%s', async (name, text) => {
    expect(await refusalOf(await scratch.write(`${name}.geojson`, text))).toMatchObject({ code: 'imports/corrupt' })
  })
})
