import { arityOf, familyOf, limits, type Expression, type Operator } from './ast.ts'
import { fault, type At } from './fault.ts'
import { bboxToWkt, geojsonToWkt, type Bbox } from './geometry-text.ts'

/** CQL2 JSON as a tree. 422 points at the member that is wrong, below `pointer`. */
export function readCql2Json(input: unknown, pointer: string): Expression {
  return expression(input, { pointer }, { nodes: 0 }, 0)
}

type Count = { nodes: number }

function expression(input: unknown, at: At, count: Count, depth: number): Expression {
  if (depth > limits.depth || ++count.nodes > limits.nodes + limits.items)
    throw fault(at, 'filter/too-complex', '筛选条件过于复杂', 'the filter has too many parts or levels')
  if (typeof input === 'string' || typeof input === 'boolean') return { kind: 'literal', value: input, at }
  if (typeof input === 'number' && Number.isFinite(input)) return { kind: 'literal', value: input, at }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw malformed(at)
  const node = input as Record<string, unknown>
  if ('op' in node) return call(node, at, count, depth)
  if (typeof node.property === 'string') return { kind: 'property', name: node.property, at: below(at, 'property') }
  if (typeof node.date === 'string') return { kind: 'date', value: node.date, at: below(at, 'date') }
  if (typeof node.timestamp === 'string')
    return { kind: 'timestamp', value: node.timestamp, at: below(at, 'timestamp') }
  if (Array.isArray(node.interval)) return interval(node.interval, below(at, 'interval'), count, depth)
  if (Array.isArray(node.bbox)) return { kind: 'geometry', wkt: boxOf(node.bbox, below(at, 'bbox')), at }
  if (typeof node.type === 'string') return { kind: 'geometry', wkt: geojsonToWkt(node, at), at }
  throw malformed(at)
}

function call({ op: given, args }: Record<string, unknown>, at: At, count: Count, depth: number): Expression {
  const op = typeof given === 'string' ? operatorOf(given) : null
  if (!op)
    throw fault(
      below(at, 'op'),
      'filter/unknown-function',
      `没有运算 ${String(given)}`,
      `there is no operator ${String(given)}`,
    )
  if (!Array.isArray(args)) throw malformed(below(at, 'args'))
  const within = below(at, 'args')
  const read = args.flatMap((arg, i): Expression[] => {
    const here = below(within, i)
    if (op !== 'in' || i !== 1) return [expression(arg, here, count, depth + 1)]
    if (!Array.isArray(arg)) throw malformed(here)
    return arg.map((item, j) => expression(item, below(here, j), count, depth + 1))
  })
  const [least, most] = arityOf(op)
  if (read.length < least || read.length > most) throw malformed(within)
  return { kind: 'call', op, args: read, at }
}

/** The draft's spellings `eq`-style are not CQL2; only letter case is forgiven. */
function operatorOf(op: string): Operator | null {
  if (familyOf(op)) return op as Operator
  const lower = op.toLowerCase()
  return familyOf(lower) ? (lower as Operator) : null
}

function interval(ends: unknown[], at: At, count: Count, depth: number): Expression {
  if (ends.length !== 2) throw malformed(at)
  const [from, to] = ends.map((end, i) => (end === '..' ? null : expression(end, below(at, i), count, depth + 1)))
  return { kind: 'interval', from: from!, to: to!, at }
}

function boxOf(numbers: unknown[], at: At): string {
  const box = numbers.length === 6 ? [numbers[0], numbers[1], numbers[3], numbers[4]] : numbers
  if (box.length !== 4 || !box.every((number) => typeof number === 'number')) throw malformed(at)
  return bboxToWkt(box as Bbox, at)
}

const below = ({ pointer }: At, member: string | number): At => ({ pointer: `${pointer}/${member}` })
const malformed = (at: At) => fault(at, 'filter/syntax', '不是有效的 CQL2 JSON', 'this is not CQL2 JSON')
