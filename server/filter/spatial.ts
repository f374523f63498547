import type { Expression, OperatorOf } from './ast.ts'
import { wanted, type Compiler } from './term.ts'
import { fault, type At } from './fault.ts'

const functions = {
  s_intersects: 'st_intersects',
  s_equals: 'st_equals',
  s_disjoint: 'st_disjoint',
  s_touches: 'st_touches',
  s_within: 'st_within',
  s_overlaps: 'st_overlaps',
  s_crosses: 'st_crosses',
  s_contains: 'st_contains',
} as const satisfies Record<OperatorOf<'spatial'>, string>

/** Two shapes compared in longitude and latitude. All but disjoint use the index of the column by themselves. */
export function relateInSpace(compiler: Compiler, op: OperatorOf<'spatial'>, args: Expression[], at: At): string {
  if (args.length !== 2) throw fault(at, 'filter/wrong-arguments', '需要两个图形', 'takes two geometries')
  const [a, b] = args.map((arg) => wanted(compiler.term(arg), 'geometry').sql)
  return `${functions[op]}(${a}, ${b})`
}
