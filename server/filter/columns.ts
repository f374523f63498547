/** Binds a value and answers its placeholder ($7). Values never enter the SQL text. */
export type Bind = (value: unknown) => string

export interface Binder {
  bind: Bind
  values: unknown[]
}

/** A binder whose first placeholder is $<taken + 1>. */
export function createBinder(taken = 0): Binder {
  const values: unknown[] = []
  return { values, bind: (value) => `$${taken + values.push(value)}` }
}

/** A condition that can be set beside others: answers SQL whose values are bound. */
export type Piece = (bind: Bind) => string

export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'datetime' | 'geometry'

/** What may be named in a filter, and the SQL it stands for: the whitelist. */
export interface Column {
  type: ColumnType
  sql: Piece
}
export type Columns = ReadonlyMap<string, Column>
