import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { dbfEncoding } from '../../server/ingest/dbf.ts'
import { declaredEncoding, guessEncoding } from '../../server/ingest/encoding.ts'
import { inspectFile } from '../../server/ingest/inspect.ts'
import { fixture, readAll, refusalOf } from './files.ts'
import { scratchFolder } from './scratch.ts'

const scratch = scratchFolder()

describe('the encoding of a table is its claim when the text bears it out, else what the text is', () => {
  test.each([
    { file: 'ms_gbk.dbf', cpg: null, encoding: 'gb18030', how: 'guessed' },
    { file: 'ms_gb2312.dbf', cpg: null, encoding: 'gb18030', how: 'guessed' },
    { file: 'ms_big5.dbf', cpg: null, encoding: 'big5', how: 'guessed' },
    { file: 'ms_utf8.dbf', cpg: null, encoding: 'utf-8', how: 'valid' },
    { file: 'ms_ldid_chinese.dbf', cpg: null, encoding: 'gb18030', how: 'claimed' },
    { file: 'ms_cpg_big5.dbf', cpg: 'Big-5', encoding: 'big5', how: 'claimed' },
    { file: 'ms_gbk.dbf', cpg: 'UTF-8', encoding: 'gb18030', how: 'guessed' },
    { file: 'ms_utf8.dbf', cpg: 'GBK', encoding: 'utf-8', how: 'valid' },
  ])('$file with .cpg $cpg is $encoding ($how)', async ({ file, cpg, encoding, how }) => {
    const found = await dbfEncoding(fixture(file), cpg)
    expect({ encoding: found.encoding, how: found.how }).toEqual({ encoding, how })
    expect(found.notes.some(({ code }) => code === 'imports/note-encoding-claim-wrong')).toBe(
      cpg !== null && found.how !== 'claimed',
    )
  })

  test('a character cut in two by the width of its field does not spoil the table', () => {
    const cut = Buffer.from([0xb5, 0xc0, 0xc2, 0xb7, 0xc3])
    expect(guessEncoding([cut]).encoding).toBe('gb18030')
    expect(guessEncoding([Buffer.from('道路').subarray(0, 5)]).encoding).toBe('utf-8')
  })

  test('two GBK characters that happen to be UTF-8 do not make a GBK table UTF-8', () => {
    expect(guessEncoding([Buffer.from([0xc2, 0xb7, 0xbf, 0xed]), Buffer.from([0xc2, 0xb7, 0xb5, 0xc8])]).encoding).toBe(
      'gb18030',
    )
  })

  test('what is neither is asked for, with what each candidate would read', () => {
    const german = [
      Buffer.from('Stra\xdfe', 'latin1'),
      Buffer.from('M\xfcnchen', 'latin1'),
      Buffer.from('S\xfcd', 'latin1'),
    ]
    expect(() => guessEncoding(german)).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ code: 'imports/encoding-unknown' }) }),
    )
  })
})

describe('an encoding may be declared by any of its names', () => {
  test.each([
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['CP936', 'gb18030'],
    ['ANSI 936', 'gb18030'],
    ['Big-5', 'big5'],
    ['UTF8', 'utf-8'],
    ['65001', 'utf-8'],
    ['ISO-8859-1', 'windows-1252'],
  ])('%s is %s', (label, name) => expect(declaredEncoding(label)).toBe(name))

  test('an unknown one is refused', () => {
    expect(() => declaredEncoding('klingon')).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ code: 'imports/encoding-unsupported' }) }),
    )
  })
})

const utf8 = Buffer.from('名称,经度,纬度\n人民路,104.05,30.65\n')
const gbk = Buffer.from('c3fbb3c62cbeadb6c82cceb3b6c80ac8cbc3f1c2b72c3130342e30352c33302e36350a', 'hex')
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(utf8.toString('utf8'), 'utf16le')])

describe('a text is read in whatever encoding it comes', () => {
  test.each([
    ['utf8.csv', utf8, 'utf-8'],
    ['bom.csv', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), 'utf-8'],
    ['gbk.csv', gbk, 'gb18030'],
    ['utf16.csv', utf16, 'utf-16le'],
  ])('%s', async (name, content, encoding) => {
    const { summary, features } = await readAll(await scratch.write(name, content), { crs: 'EPSG:4490' })
    expect(summary).toMatchObject({ encoding, columns: [{ name: '名称' }, { name: '经度' }, { name: '纬度' }] })
    expect(features).toMatchObject([{ properties: { 名称: '人民路' }, geometry: { coordinates: [104.05, 30.65] } }])
  })

  test('a GBK GeoJSON, which is against the standard and common', async () => {
    const text = gbk.subarray(15, 21)
    const json = Buffer.concat([
      Buffer.from('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"'),
      text,
      Buffer.from('"},"geometry":{"type":"Point","coordinates":[104,30]}}]}'),
    ])
    const { features } = await readAll(await scratch.write('gbk.geojson', json))
    expect(features[0]?.properties).toEqual({ name: '人民路' })
  })

  test('declared wrongly, it is refused rather than garbled', async () => {
    const path = await scratch.write('declared.csv', gbk)
    expect(await refusalOf(path, { crs: 'EPSG:4490', encoding: 'utf-8' })).toMatchObject({
      code: 'imports/encoding-wrong',
      pointer: '/encoding',
    })
  })

  test('unknowable, it is asked for in the preview', async () => {
    const latin = Buffer.from('name;x;y\nStra\xdfe;1;2\nM\xfcnchen;1;2\nS\xfcd;1;2\n', 'latin1')
    const { choices, refusal } = await inspectFile(await scratch.write('latin.csv', latin), { crs: 'EPSG:4326' })
    expect(refusal?.code).toBe('imports/encoding-unknown')
    expect(choices[0]).toMatchObject({ field: 'encoding' })
  })
})

test('a zip whose .cpg lies is read right, with a note', async () => {
  const { zipOf } = await import('./zip.ts')
  const stem = 'ms_ldid_chinese'
  const entries = await Promise.all(
    ['shp', 'shx', 'dbf'].map(async (part) => ({
      name: `a.${part}`,
      data: await readFile(fixture(`${stem}.${part}`)),
    })),
  )
  const path = await scratch.write('lying-cpg.zip', zipOf([...entries, { name: 'a.cpg', data: Buffer.from('UTF-8') }]))
  const { summary } = await inspectFile(path)
  expect(summary).toMatchObject({
    encoding: 'gb18030',
    notes: [{ code: 'imports/note-encoding-claim-wrong' }, { code: 'imports/note-encoding-guessed' }],
  })
})
