import type { Expression, OperatorOf } from './ast.ts'
import { wanted, type Compiler, type Term } from './term.ts'
import type { At } from './fault.ts'

/**
 * Arithmetic in double precision. Dividing by nothing answers null (so the row does not match) instead of an error;
 * a result beyond the type is refused when the statement runs (filter/not-computable).
 */
export function computeArithmetic(compiler: Compiler, op: OperatorOf<'arithmetic'>, args: Expression[], at: At): Term {
  const [a, b] = args.map((arg) => `(${wanted(compiler.term(arg), 'number').sql})::float8`)
  return { sql: `(${write(op, a!, b!)})`, type: 'number', at }
}

function write(op: OperatorOf<'arithmetic'>, a: string, b: string): string {
  if (op === '/') return `${a} / nullif(${b}, 0)`
  if (op === '%') return `mod((${a})::numeric, nullif(${b}, 0)::numeric)::float8`
  if (op === 'div') return `trunc(${a} / nullif(${b}, 0))`
  return op === '^' ? `power(${a}, ${b})` : `${a} ${op} ${b}`
}
