import type { Collection } from './collections.ts'
import type { Column, Columns } from './columns.ts'
import { importedColumn } from './imported.ts'

/** The whitelist of a collection: its declared fields over the alias `f`, and its geometry. */
export function columnsOf(collection: Collection): Columns {
  const isImported = collection.base === 'filter/layer_features'
  const columns = new Map<string, Column>([['geometry', { type: 'geometry', sql: () => 'f.geom' }]])
  for (const [name, type] of Object.entries(collection.fields)) {
    const sql = `f."${name.replaceAll('"', '""')}"`
    columns.set(name, isImported ? importedColumn(name, type) : { type, sql: () => sql })
  }
  return columns
}
