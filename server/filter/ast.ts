import type { At } from './fault.ts'

/** CQL2 (OGC 21-065r2) as a tree, whichever of its two encodings it came in. Operators bear the names of the JSON encoding. */
export type Expression =
  | { kind: 'literal'; value: string | number | boolean; at: At }
  | { kind: 'property'; name: string; at: At }
  | { kind: 'date' | 'timestamp'; value: string; at: At }
  /** An end that is null is open. */
  | { kind: 'interval'; from: Expression | null; to: Expression | null; at: At }
  /** Checked well-known text in longitude, latitude. */
  | { kind: 'geometry'; wkt: string; at: At }
  | { kind: 'call'; op: Operator; args: Expression[]; at: At }

const logical = ['and', 'or', 'not'] as const
const comparison = ['=', '<>', '<', '>', '<=', '>='] as const
const advanced = ['like', 'between', 'in', 'isNull'] as const
const arithmetic = ['+', '-', '*', '/', '%', 'div', '^'] as const
const text = ['casei', 'accenti'] as const
const spatial = [
  's_intersects',
  's_equals',
  's_disjoint',
  's_touches',
  's_within',
  's_overlaps',
  's_crosses',
  's_contains',
] as const
const temporal = [
  't_after',
  't_before',
  't_contains',
  't_disjoint',
  't_during',
  't_equals',
  't_finishedBy',
  't_finishes',
  't_intersects',
  't_meets',
  't_metBy',
  't_overlappedBy',
  't_overlaps',
  't_startedBy',
  't_starts',
] as const

/** The operators understood, by family. Array operators are not: nothing published has an array. */
export const operators = { logical, comparison, advanced, arithmetic, text, spatial, temporal } as const
type Family = keyof typeof operators
export type OperatorOf<F extends Family> = (typeof operators)[F][number]
export type Operator = OperatorOf<Family>

/** How many arguments an operator takes, at least and at most. */
export function arityOf(op: Operator): [least: number, most: number] {
  if (op === 'and' || op === 'or') return [2, Infinity]
  if (op === 'in') return [2, Infinity]
  if (op === 'between') return [3, 3]
  return op === 'not' || op === 'isNull' || op === 'casei' || op === 'accenti' ? [1, 1] : [2, 2]
}

/** The family an operator belongs to, or null when it is none of ours. */
export function familyOf(op: string): Family | null {
  for (const [family, members] of Object.entries(operators))
    if ((members as readonly string[]).includes(op)) return family as Family
  return null
}

/** More than people write; a deeper or wider tree would only exhaust a stack. */
export const limits = { characters: 50_000, depth: 64, nodes: 1_000, items: 5_000 } as const
