import type { Params } from '../db/database.ts'
import { columnsOf } from './columns-of.ts'
import type { Collection } from './collections.ts'
import type { Columns, Piece } from './columns.ts'

/** Features of one collection: whose eyes, which time, which conditions. Counting, listing and exporting read the same selection. */
export interface Selection {
  collection: Collection
  columns: Columns
  /** The named parameters of the collection's statement. */
  params: Params
  where: readonly Piece[]
  at: string | null
}

/** A selection of a collection as of `at` (null: the present), without conditions yet. */
export function select(collection: Collection, params: Params, at: string | null): Selection {
  return { collection, columns: columnsOf(collection), params, where: [], at: collection.base_at ? at : null }
}

/** The same selection, narrowed. */
export function narrow(selection: Selection, ...pieces: (Piece | null)[]): Selection {
  return { ...selection, where: [...selection.where, ...pieces.filter((piece) => piece !== null)] }
}
