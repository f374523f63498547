import type { Context } from '../context.ts'
import { readSelection, type After, type FeatureRow } from '../filter/run-selection.ts'
import type { Selection } from '../filter/selection.ts'
import { field, invalid } from '../http/problem.ts'
import { byteOrderMark, csvLine } from '../http/csv.ts'
import { writeFeature } from './feature.ts'
import { countAll } from './query.ts'
import { areaLimits, type SelectionInput } from './schemas.ts'
import { selectInArea } from './select.ts'
import type { Shape } from './shape.ts'

export type ExportFormat = 'geojson' | 'csv'
export interface Export {
  selections: Selection[]
  rows: number
  format: ExportFormat
}

const batch = 1000

/** What an export will hold, counted before a byte of it is sent: at most a million rows; CSV has the columns of one collection. */
export async function prepareExport(
  ctx: Context,
  input: SelectionInput,
  shape: Shape,
  format: ExportFormat,
): Promise<Export> {
  const selections = await selectInArea(ctx, input, shape)
  if (format === 'csv' && selections.length > 1)
    throw invalid('areas/invalid', [
      field(
        '/collections',
        'areas/csv-one-collection',
        'CSV 每次只能导出一个图层',
        'CSV takes one collection at a time',
      ),
    ])
  const rows = (await countAll(ctx, selections)).reduce((sum, count) => sum + count, 0)
  if (rows > areaLimits.rows)
    throw invalid('areas/too-many-rows', [
      field(
        '/area',
        'areas/too-many-rows',
        `共 ${rows} 行，一次最多导出 ${areaLimits.rows} 行`,
        `${rows} rows; an export holds at most ${areaLimits.rows}`,
      ),
    ])
  return { selections, rows, format }
}

/**
 * The text of an export, piece by piece, in the order of the query. Each batch is a short transaction of its own, read by
 * key when the receiver has taken the last one, so memory does not grow and nobody waits behind an export.
 */
export async function* writeExport(
  { selections, format }: Export,
  run: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>,
): AsyncGenerator<string> {
  if (format === 'csv') {
    const [selection] = selections
    const names = Object.keys(selection!.collection.fields)
    const identity = names.includes('id') ? [] : ['id']
    yield byteOrderMark + csvLine([...identity, ...names, 'lon', 'lat', 'geometry'])
    for await (const rows of batches(selection!, format, run)) {
      yield rows.map((row) => csvLine(cellsOf(row, names, identity.length > 0))).join('')
    }
    return
  }
  yield '{"type":"FeatureCollection","features":['
  let separator = '\n'
  for (const selection of selections) {
    for await (const rows of batches(selection, format, run)) {
      yield separator + rows.map((row) => writeFeature(row, selection.collection.name)).join(',\n')
      separator = ',\n'
    }
  }
  yield '\n]}\n'
}

async function* batches(
  selection: Selection,
  format: ExportFormat,
  run: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>,
): AsyncGenerator<FeatureRow[]> {
  const geometry = format === 'csv' ? 'wkt' : 'geojson'
  let after: After | null = null
  for (;;) {
    const place: After | null = after
    const rows: FeatureRow[] = await run((ctx) =>
      readSelection(ctx, selection, { after: place, limit: batch, format: geometry }),
    )
    if (rows.length > 0) yield rows
    if (rows.length < batch) return
    after = rows.at(-1)!.after
  }
}

const cellsOf = ({ id, properties, lon, lat, geometry }: FeatureRow, names: string[], withId: boolean): unknown[] => [
  ...(withId ? [id] : []),
  ...names.map((name) => properties[name]),
  lon === null ? null : Number(lon.toFixed(7)),
  lat === null ? null : Number(lat.toFixed(7)),
  geometry,
]
