import type { Context } from '../context.ts'
import { load, type QueryName } from '../db/query.ts'
import type { Params } from '../db/database.ts'
import type { Queries } from '../db/queries.gen.ts'
import { invalid, field } from '../http/problem.ts'
import { createBinder, type Bind } from './columns.ts'
import type { Order } from './collections.ts'
import type { Selection } from './selection.ts'

/** A feature as it is read: geometry as text of its format, never parsed here. */
export interface FeatureRow {
  id: string
  key: string | number
  geometry: string
  lon: number | null
  lat: number | null
  properties: Record<string, unknown>
  /** Where the next page begins. */
  after: After
}
export type After = (string | number)[]
export type GeometryFormat = 'geojson' | 'wkt'

/** How many features a selection has. */
export async function countSelection(ctx: Context, selection: Selection): Promise<number> {
  const { text, values } = compose(selection, (from) => `select count(*)::int as count ${from}`)
  const [row] = await raw<{ count: number }>(ctx, text, values)
  return row!.count
}

/** The features of a selection in the collection's order, after a place in it. */
export async function readSelection(
  ctx: Context,
  selection: Selection,
  { after, limit, format }: { after: After | null; limit: number; format: GeometryFormat },
): Promise<FeatureRow[]> {
  const { collection } = selection
  const { order, descending, fields } = collection
  const isImported = collection.base === 'filter/layer_features'
  const names = isImported ? ['properties'] : Object.keys(fields)
  const geometry =
    format === 'geojson'
      ? 'st_asgeojson(f.geom, 7, 0)::text as "$geometry", null::float8 as "$lon", null::float8 as "$lat"'
      : 'st_astext(f.geom, 7) as "$geometry", st_x(st_centroid(f.geom)) as "$lon", st_y(st_centroid(f.geom)) as "$lat"'
  const sorted = order.map((one) => sortable(one) + (descending ? ' desc' : '')).join(', ')
  const { text, values } = compose(
    selection,
    (from, bind) =>
      `select f.id as "$id", f.key as "$key", ${geometry}, ${names.map((name) => `f."${name}"`).join(', ')} ${from}` +
      ` order by ${sorted} limit ${bind(limit)}::int`,
    after && ((bind) => keyset(order, descending, after, bind)),
  )
  const rows = await raw<Record<string, unknown>>(ctx, text, values)
  return rows.map((row) => featureOf(row, order, isImported))
}

/**
 * A statement of sql/<name>.sql over the features of a selection. The file begins with a stub `with picked as (…)` that
 * declares the columns it needs; here the selection takes the stub's place.
 */
export async function askSelection<N extends QueryName>(
  ctx: Context,
  selection: Selection,
  name: N,
  params: Queries[N]['params'],
): Promise<Queries[N]['row'][]> {
  const asked = load(name)
  const stub = /^with picked as \(([\s\S]*?)\n\)/.exec(asked.text)
  if (!stub) throw new Error(`${name} does not begin with its stub of picked`)
  const own = asked.names.map((key) => (params as Params)[key] ?? null)
  const needed = [...stub[1]!.matchAll(/ as ([a-z_0-9]+)/g)].map(([, column]) => `f.${column}`).join(', ')
  const { text, values } = compose(selection, (from) => `select ${needed} ${from}`, null, own.length)
  return raw(
    ctx,
    asked.text.replace(stub[0], () => `with picked as materialized (${text}\n)`),
    [...own, ...values],
  )
}

/** The statement of a selection: its collection's own text inside, the conditions outside, every value bound. */
function compose(
  { collection, params, where, at }: Selection,
  write: (from: string, bind: Bind) => string,
  further: ((bind: Bind) => string) | null = null,
  taken = 0,
): { text: string; values: unknown[] } {
  const base = load((at && collection.base_at) || collection.base)
  const inner = base.text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + taken}`)
  const { bind, values } = createBinder(taken + base.names.length)
  const conditions = [...where, ...(further ? [further] : [])].map((piece) => `(${piece(bind)})`)
  const from = `from (${inner}) f${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`
  const text = write(from, bind)
  return { text, values: [...base.names.map((key) => params[key] ?? null), ...values] }
}

function keyset(order: readonly Order[], descending: boolean, after: After, bind: Bind): string {
  const columns = order.map(sortable).join(', ')
  const values = order.map(({ type }, i) => `${bind(after[i])}::${type}`).join(', ')
  return `(${columns}) ${descending ? '<' : '>'} (${values})`
}

const sortable = ({ column, type }: Order) => `f.${column}${type === 'text' ? ' collate "C"' : ''}`

function featureOf(row: Record<string, unknown>, order: readonly Order[], isImported: boolean): FeatureRow {
  const { $id, $key, $geometry, $lon, $lat, ...properties } = row
  return {
    id: $id as string,
    key: $key as string,
    geometry: $geometry as string,
    lon: $lon as number | null,
    lat: $lat as number | null,
    properties: isImported ? (properties.properties as Record<string, unknown>) : properties,
    after: order.map(({ column }) => (column === 'key' ? $key : row[column]) as string),
  }
}

/** Arithmetic beyond a type is known only when it runs: the filter's fault, not ours. */
async function raw<Row>(ctx: Context, text: string, values: unknown[]): Promise<Row[]> {
  try {
    return await ctx.tx.raw<Row>(text, values)
  } catch (error) {
    if (!['22003', '22012', '2201F', '2201E'].includes((error as { code?: string }).code ?? '')) throw error
    throw invalid('filter/invalid', [
      field(
        '/filter',
        'filter/not-computable',
        '筛选条件的计算超出范围',
        'the arithmetic of the filter goes out of range',
      ),
    ])
  }
}
