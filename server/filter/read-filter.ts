import type { Expression } from './ast.ts'
import { compileFilter } from './compile.ts'
import type { Columns, Piece } from './columns.ts'
import { readCql2Json } from './cql2-json.ts'
import { readCql2Text } from './cql2-text.ts'

/** A filter as it came, text or JSON, as a tree. `pointer` says where in the request it stands. */
export function readFilter(input: unknown, pointer = '/filter'): Expression {
  return typeof input === 'string' ? readCql2Text(input, pointer) : readCql2Json(input, pointer)
}

/** A filter as a condition over these columns. It is compiled once at once, so that a fault shows before anything runs. */
export function filterPiece(expression: Expression, columns: Columns): Piece {
  compileFilter(expression, columns, () => '$1')
  return (bind) => compileFilter(expression, columns, bind)
}
