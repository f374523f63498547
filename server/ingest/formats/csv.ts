import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import Papa from 'papaparse'
import { IngestError } from '../failure.ts'
import type { Source } from '../source.ts'
import { parseWkt } from '../wkt.ts'
import type { CrsClaim, Format, RawFeature } from './format.ts'
import { columnsOf, fromRows } from './placed-rows.ts'
import { textEncoded } from './text-encoded.ts'

type Record = { [column: string]: string }
/** `extra` is how many cells a line has beyond the headings. */
interface Line {
  record: Record
  extra: number
}
type Columns = { x: string; y: string } | { wkt: string }

const delimiters = [',', ';', '\t', '|']
const sampleRows = 200

/** A table with a heading row; its geometry is in two columns or in one of WKT. Values stay the text they are. */
export const csv: Format = {
  name: 'csv',
  async recognises(source) {
    if (!/^\.(csv|tsv|txt)$/.test(source.extension) || source.head.includes(0))
      return source.extension === '.csv' && isUtf16(source)
    return delimiters.some((delimiter) => source.head.subarray(0, 4096).includes(delimiter))
  },
  async open(source, context) {
    const { path, encoding, encoding_how, notes } = await textEncoded(source, context)
    const { delimiter, fields, records } = await sampled(path)
    const columns = geometryColumns(context.options.geometry, fields, records)
    const rows = () => rowsOf(path, delimiter, fields, columns)
    return {
      layer: source.name.replace(/\.[^.]+$/, ''),
      claim: claimOf(columns, records),
      encoding,
      encoding_how,
      columns: columnsOf(records.map((properties) => ({ properties, geometry: null }))),
      count: null,
      notes,
      ...fromRows(rows, context),
    }
  },
}

const isUtf16 = ({ head }: Source) => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)

async function sampled(path: string): Promise<{ delimiter: string; fields: string[]; records: Record[] }> {
  const file = await open(path)
  try {
    const bytes = Buffer.alloc(1 << 20)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    const text = new TextDecoder().decode(bytes.subarray(0, bytesRead), { stream: true })
    const parsed = Papa.parse<string[]>(text, {
      preview: sampleRows,
      skipEmptyLines: 'greedy',
      delimitersToGuess: delimiters,
    })
    const fields = headings(parsed.data[0] ?? [])
    if (fields.length < 2) throw new IngestError('imports/not-a-geofile', { found: 'CSV' })
    return {
      delimiter: parsed.meta.delimiter,
      fields,
      records: parsed.data.slice(1).map((cells) => lineOf(cells, fields).record),
    }
  } finally {
    await file.close()
  }
}

/** Headings as written, less blanks around them; a repeated or empty one gets its column's number. */
function headings(cells: string[]): string[] {
  const plain = cells.map((cell) => cell.trim())
  return plain.map((name, at) => (name === '' || plain.indexOf(name) < at ? `${name || 'column'}_${at + 1}` : name))
}

function lineOf(cells: string[], fields: string[]): Line {
  return {
    record: Object.fromEntries(fields.map((field, at) => [field, cells[at] ?? ''])),
    extra: Math.max(0, cells.length - fields.length),
  }
}

/** Reads at the pace of whoever takes the rows: the stream is paused while a batch is being worked on. */
async function* rowsOf(
  path: string,
  delimiter: string,
  fields: string[],
  columns: Columns,
): AsyncGenerator<RawFeature> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter, skipEmptyLines: 'greedy' })
  const input = createReadStream(path)
  input.on('error', (error) => parser.destroy(error))
  let heading = true
  try {
    for await (const cells of input.pipe(parser) as AsyncIterable<string[]>) {
      if (!heading) yield rowOf(lineOf(cells, fields), columns)
      heading = false
    }
  } finally {
    input.destroy()
  }
}

function rowOf({ record: properties, extra }: Line, columns: Columns): RawFeature {
  if (extra > 0)
    return { properties, geometry: null, problem: 'row-bad-record', facts: { detail: `+${extra}` }, pointer: '' }
  if ('wkt' in columns) {
    const value = properties[columns.wkt]?.trim() ?? ''
    if (value === '') return { properties, geometry: null }
    const parsed = parseWkt(value)
    if (parsed) return { properties, geometry: parsed.geometry }
    return {
      properties,
      geometry: null,
      problem: 'row-bad-wkt',
      facts: { value: value.slice(0, 80) },
      pointer: `/${columns.wkt}`,
    }
  }
  const values = [columns.x, columns.y].map((column) => ({ column, value: properties[column]?.trim() ?? '' }))
  if (values.every(({ value }) => value === '')) return { properties, geometry: null }
  const wrong = values.find(({ value }) => !/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(value))
  if (wrong)
    return { properties, geometry: null, problem: 'row-bad-coordinate', facts: wrong, pointer: `/${wrong.column}` }
  return { properties, geometry: { type: 'Point', coordinates: values.map(({ value }) => Number(value)) } }
}

const names = {
  wkt: /^(wkt|geom|geometry|the_geom|shape|图形|坐标串)$/i,
  x: /^(lon|lng|long|longitude|经度|x|东坐标|easting)$/i,
  y: /^(lat|latitude|纬度|y|北坐标|northing)$/i,
}

/** The columns the sender named, or those whose names and values leave no doubt. */
function geometryColumns(named: Columns | undefined, fields: string[], records: Record[]): Columns {
  const unknown = () => new IngestError('imports/geometry-columns-unknown', { columns: fields }, '/mapping')
  if (named) {
    if (Object.values(named).some((column) => !fields.includes(column as string))) throw unknown()
    return named
  }
  const wkt = fields.find(
    (field) => names.wkt.test(field.trim()) && records.some((record) => parseWkt(record[field] ?? '')),
  )
  if (wkt) return { wkt }
  const x = fields.filter((field) => names.x.test(field.trim()))
  const y = fields.filter((field) => names.y.test(field.trim()))
  if (x.length !== 1 || y.length !== 1) throw unknown()
  return { x: x[0]!, y: y[0]! }
}

/** Only EWKT says where it is. 经度 and 纬度 do not tell WGS 84 from GCJ-02, so a table of them has to be declared. */
function claimOf(columns: Columns, records: Record[]): CrsClaim | null {
  if (!('wkt' in columns)) return null
  const srid = records.map((record) => parseWkt(record[columns.wkt] ?? '')?.srid).find((found) => found != null)
  return srid ? { crs: `EPSG:${srid}`, how: 'header', firm: true } : null
}
