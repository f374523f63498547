import type { Expression } from './ast.ts'
import type { Bind, Columns } from './columns.ts'
import { fault, type At } from './fault.ts'

export type Type = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'geometry'

/** A piece of SQL with its type; `literal` is set where a text was written out and may yet be read as a time. */
export interface Term {
  sql: string
  type: Type
  at: At
  literal?: string
}

/** What the compilers of each family share. */
export interface Compiler {
  columns: Columns
  bind: Bind
  term(expression: Expression): Term
  /** The type of an expression, without binding its values: a value that is bound must also be used. */
  typeOf(expression: Expression): Type
}

/** The term, if it is of this type. */
export function wanted(term: Term, type: Type): Term {
  if (term.type === type) return term
  throw mismatch(term.at, type, term.type)
}

/** The fault of two types that do not meet. */
export const mismatch = (at: At, expected: Type, found: Type) =>
  fault(
    at,
    'filter/type-mismatch',
    `此处应为${names[expected]}，而不是${names[found]}`,
    `expected a ${expected} here, not a ${found}`,
  )

const names: Record<Type, string> = {
  text: '文字',
  number: '数',
  boolean: '是非值',
  date: '日期',
  datetime: '时刻',
  geometry: '图形',
}
