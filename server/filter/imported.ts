import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Collection } from './collections.ts'
import type { Column, ColumnType } from './columns.ts'
import { sightOf } from './sight.ts'

export type LayerRow = Queries['filter/list_layers']['row']
/** An imported layer as a collection, with the key of its rows. */
export interface ImportedCollection extends Collection {
  layer: LayerRow
}

/** The imported layers of these names (all when null) that the caller may see; where two districts have a name, the first one's. */
export async function findImported(
  ctx: Context,
  district_codes: number[],
  names: string[] | null,
): Promise<Map<string, ImportedCollection>> {
  const rows = await ctx.tx.many('filter/list_layers', { district_codes, names, ...sightOf(ctx.actor) })
  const found = new Map<string, ImportedCollection>()
  for (const row of rows) if (!found.has(row.name)) found.set(row.name, importedCollection(row))
  return found
}

function importedCollection(layer: LayerRow): ImportedCollection {
  return {
    name: layer.name,
    title_zh: layer.title_zh,
    title_en: layer.title_en,
    audience: 'everyone',
    geometry_type: 'Geometry',
    base: 'filter/layer_features',
    base_at: null,
    fields: Object.fromEntries(
      (layer.columns as { name: string; type: ColumnType }[]).map(({ name, type }) => [name, type]),
    ),
    period: null,
    order: [{ column: 'key', type: 'bigint' }],
    descending: false,
    layer,
  }
}

/**
 * A property of an imported feature. Its name is a value, bound like any other; a value that is not of the declared
 * type reads as null, so that one odd row never fails a query.
 */
export function importedColumn(name: string, type: ColumnType): Column {
  return {
    type,
    sql: (bind) => {
      const key = `${bind(name)}::text`
      const text = `(f.properties ->> ${key})`
      if (type === 'number' || type === 'integer')
        return `(case when jsonb_typeof(f.properties -> ${key}) = 'number' then ${text}::float8 end)`
      if (type === 'boolean')
        return `(case when jsonb_typeof(f.properties -> ${key}) = 'boolean' then ${text}::boolean end)`
      if (type === 'date') return `(case when ${text} ~ '${dayPattern}$' then left(${text}, 10)::date end)`
      if (type === 'datetime')
        return `(case when ${text} ~ '${dayPattern}${timePattern}$' then ${text}::timestamptz end)`
      return text
    },
  }
}

// Real days only (29 February in leap years), so that the cast cannot fail; 1900 and 2100 are given one more.
const dayPattern =
  '^(?!0000)(\\d{4}-((0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)' +
  '|\\d\\d([2468][048]|[13579][26]|0[48])-02-29|2000-02-29)'
const timePattern = 'T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?(Z|[+-](0\\d|1[0-3]):[0-5]\\d)?'
