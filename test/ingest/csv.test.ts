import { describe, expect, test } from 'vitest'
import { parseWkt } from '../../server/ingest/wkt.ts'
import { inspectFile } from '../../server/ingest/inspect.ts'
import { readAll, refusalOf } from './files.ts'
import { scratchFolder } from './scratch.ts'

const scratch = scratchFolder()
const lonLat = { crs: 'EPSG:4490' }

describe('a table is read by its own delimiter, quotes and headings', () => {
  test.each([
    ['comma', 'name,lon,lat\n"a, b",104,30\n'],
    ['semicolon', 'name;lon;lat\n"a, b";104;30\n'],
    ['tab', 'name\tlon\tlat\na, b\t104\t30\n'],
    ['crlf', 'name,lon,lat\r\n"a, b",104,30\r\n\r\n'],
  ])('%s', async (name, text) => {
    const { features, errors } = await readAll(await scratch.write(`${name}.csv`, text), lonLat)
    expect(features).toMatchObject([
      { row: 1, properties: { name: 'a, b' }, geometry: { type: 'Point', coordinates: [104, 30] } },
    ])
    expect(errors).toEqual([])
  })

  test('headings that repeat or are empty keep their columns apart', async () => {
    const { features } = await readAll(await scratch.write('twice.csv', 'name,name,,lon,lat\na,b,c,104,30\n'), lonLat)
    expect(features[0]?.properties).toEqual({ name: 'a', name_2: 'b', column_3: 'c', lon: '104', lat: '30' })
  })

  test('values stay the text they are: leading zeros are not lost', async () => {
    const { features } = await readAll(await scratch.write('zeros.csv', 'code,lon,lat\n000123,104,30\n'), lonLat)
    expect(features[0]?.properties.code).toBe('000123')
  })

  test('WKT in a column named by the sender, and EWKT that says where it is', async () => {
    const text = 'id;路线\n1;LINESTRING(35411028.07 3389771.08, 35411030.06 3389895.02)\n'
    const { features } = await readAll(await scratch.write('wkt.csv', text), {
      crs: 'EPSG:4523',
      geometry: { wkt: '路线' },
    })
    expect(features[0]?.geometry.type).toBe('LineString')
    const { summary } = await readAll(
      await scratch.write('ewkt.csv', 'id,geom\n1,SRID=4523;POINT(35411028.07 3389771.08)\n'),
    )
    expect(summary).toMatchObject({ source_crs: 'EPSG:4523', crs_detected_how: 'header' })
  })
})

describe('a row that cannot be placed is refused by number and column', () => {
  test('words, blanks, commas for points and a cell too many', async () => {
    const text = 'name;lon;lat\na;104;30\nb;east;30\nc;;\nd;104,5;30\ne;104;30;7\nf;104;30\n'
    const { features, errors } = await readAll(await scratch.write('rows.csv', text), lonLat)
    expect(features.map(({ row }) => row)).toEqual([1, 6])
    expect(errors.map(({ row, code, pointer }) => [row, code, pointer])).toEqual([
      [2, 'imports/row-bad-coordinate', '/lon'],
      [3, 'imports/row-no-geometry', '/geometry'],
      [4, 'imports/row-bad-coordinate', '/lon'],
      [5, 'imports/row-bad-record', ''],
    ])
  })

  test('WKT that is none', async () => {
    const { errors } = await readAll(
      await scratch.write('badwkt.csv', 'id,wkt\n1,POINT(104 30)\n2,POINT(104 30\n3,CIRCLE(1 2)\n'),
      { ...lonLat },
    )
    expect(errors.map(({ row, code, pointer }) => [row, code, pointer])).toEqual([
      [2, 'imports/row-bad-wkt', '/wkt'],
      [3, 'imports/row-bad-wkt', '/wkt'],
    ])
  })
})

describe('what a table does not say is asked', () => {
  test('longitude and latitude do not tell WGS 84 from GCJ-02', async () => {
    const path = await scratch.write('unknown.csv', '名称,经度,纬度\n人民路,104.05,30.65\n')
    expect(await refusalOf(path)).toMatchObject({
      code: 'imports/crs-unknown',
      facts: { suggestions: ['EPSG:4490', 'GCJ-02', 'BD-09'] },
    })
  })

  test('swapped columns are shown to be so', async () => {
    const path = await scratch.write('swapped.csv', 'x,y\n3399275.852,35401331.62\n')
    const { choices } = await inspectFile(path)
    expect(choices).toMatchObject([
      {
        field: 'crs',
        options: [
          { value: 'EPSG:4523', text: '(x ↔ y)', lands_at: [expect.closeTo(103.97, 6), expect.closeTo(30.71, 6)] },
        ],
      },
    ])
  })

  test('which columns are the coordinates', async () => {
    const { choices } = await inspectFile(await scratch.write('columns.csv', 'a,b,c\n1,104,30\n'))
    expect(choices).toEqual([{ field: 'mapping', options: [{ value: 'a' }, { value: 'b' }, { value: 'c' }] }])
  })
})

describe('WKT', () => {
  test.each([
    ['POINT (1 2)', 'Point', [1, 2]],
    ['point z(1 2 3)', 'Point', [1, 2]],
    [
      'LINESTRING(1 2,3 4.5)',
      'LineString',
      [
        [1, 2],
        [3, 4.5],
      ],
    ],
    [
      'POLYGON((0 0,1 0,1 1,0 0))',
      'Polygon',
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ],
    [
      'MULTIPOINT(1 2, 3 4)',
      'MultiPoint',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'MULTIPOINT((1 2), (3 4))',
      'MultiPoint',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'MULTILINESTRING((1 2,3 4),(5 6,7 8))',
      'MultiLineString',
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ],
    ],
    [
      'MULTIPOLYGON(((0 0,1 0,1 1,0 0)))',
      'MultiPolygon',
      [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    ],
    ['SRID=4490;POINT(1e2 -3.5E-1)', 'Point', [100, -0.35]],
  ])('%s', (text, type, coordinates) => expect(parseWkt(text)?.geometry).toEqual({ type, coordinates }))

  test.each([
    '',
    'POINT',
    'POINT()',
    'POINT(1)',
    'POINT(1 2, 3 4)',
    'LINESTRING(1 2, x 4)',
    'POLYGON(0 0,1 0)',
    'POINT(1 2))',
    'POINT(1e 2)',
    'GEOMETRYCOLLECTION(POINT(1 2))',
  ])('not %s', (text) => expect(parseWkt(text)).toBeNull())
})
