import { describe, expect, test } from 'vitest'
import { fixture, readAll, refusalOf } from './files.ts'
import { scratchFolder } from './scratch.ts'

const scratch = scratchFolder()
const documentOf = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`
const read = async (name: string, inside: string) => readAll(await scratch.write(name, documentOf(inside)))

describe('KML is read with what people wrote into it', () => {
  test('schema data become columns', async () => {
    const { features, summary } = await readAll(fixture('derived_roads.kml'))
    expect(features[0]?.properties).toEqual({
      name: '棕南正街',
      highway: 'residential',
      folder: 'chengdu_wuhou_roads_osm',
    })
    expect(summary.columns.map(({ name }) => name)).toEqual(['name', 'highway', 'folder'])
  })

  test('typed data, times, folders, CDATA and entities', async () => {
    const { features } = await read(
      'data.kml',
      `<name>计划</name><!-- <Placemark> --><Folder><name>一季度</name><Placemark id="a"><name>A &amp; B &#x6C34;</name>
       <description><![CDATA[<b>宽 < 3 m</b>]]></description><TimeSpan><begin>2026-01-02</begin><end>2026-02-03</end></TimeSpan>
       <ExtendedData><Data name="单位"><displayName>x</displayName><value>水务</value></Data></ExtendedData>
       <Point><coordinates>104.05,30.65,12</coordinates></Point></Placemark></Folder>`,
    )
    expect(features).toEqual([
      {
        row: 1,
        properties: {
          name: 'A & B 水',
          description: '<b>宽 < 3 m</b>',
          begin: '2026-01-02',
          end: '2026-02-03',
          单位: '水务',
          folder: '计划/一季度',
        },
        geometry: { type: 'Point', coordinates: [104.05, 30.65] },
      },
    ])
  })

  test('polygons with holes and multi-geometries', async () => {
    const ring = (x: number) =>
      `<LinearRing><coordinates>${x},30 ${x + 1},30 ${x + 1},31 ${x},30</coordinates></LinearRing>`
    const polygon = `<Polygon><outerBoundaryIs>${ring(104)}</outerBoundaryIs><innerBoundaryIs>${ring(104)}</innerBoundaryIs></Polygon>`
    const { features } = await read(
      'shapes.kml',
      `<Placemark>${polygon}</Placemark>
       <Placemark><MultiGeometry>${polygon}${polygon}</MultiGeometry></Placemark>
       <Placemark><MultiGeometry>${polygon}<Point><coordinates>104,30</coordinates></Point></MultiGeometry></Placemark>`,
    )
    expect(features.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'MultiPolygon', 'GeometryCollection'])
    expect(features[0]?.geometry.coordinates).toHaveLength(2)
  })

  test('a mark without a place and one with words for numbers are refused by row', async () => {
    const { features, errors } = await read(
      'rows.kml',
      `<Placemark><name>none</name></Placemark><Placemark><Point><coordinates>east,north</coordinates></Point></Placemark>
       <Placemark><Point><coordinates>104,30</coordinates></Point></Placemark>`,
    )
    expect(features.map(({ row }) => row)).toEqual([3])
    expect(errors.map(({ row, code }) => [row, code])).toEqual([
      [1, 'imports/row-no-geometry'],
      [2, 'imports/row-bad-geometry'],
    ])
  })
})

describe('XML that is unsound is refused', () => {
  test('entities of its own: the billion laughs', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><kml><Document><name>&b;</name></Document></kml>`
    expect(await refusalOf(await scratch.write('laughs.kml', bomb))).toMatchObject({
      code: 'imports/corrupt',
      facts: { detail: 'XML: DOCTYPE' },
    })
  })

  test.each([
    ['crossed', '<Folder><Placemark></Folder></Placemark>'],
    ['open', '<Folder>'],
    ['a tag cut off', '<Placemark><Point'],
  ])('%s', async (_name, inside) => {
    expect(await refusalOf(await scratch.write('unsound.kml', documentOf(inside)))).toMatchObject({
      code: 'imports/corrupt',
    })
  })
})
