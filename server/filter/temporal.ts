import type { Expression, OperatorOf } from './ast.ts'
import type { Compiler } from './term.ts'
import { fault, type At } from './fault.ts'
import { bindDay, bindInstant, isDay, isInstant } from './time-values.ts'

type Scale = 'date' | 'datetime'
interface Moment {
  scale: Scale
  /** Written when it is needed, because a relation may not use every end. */
  sql(): string
}
interface Span {
  start: Moment | null
  end: Moment | null
}

/**
 * Two times compared by Allen's relations, both ends included. A day beside an instant is the whole day in China
 * (Asia/Shanghai), to the microsecond; an open end is infinite.
 */
export function relateInTime(compiler: Compiler, op: OperatorOf<'temporal'>, args: Expression[], at: At): string {
  if (args.length !== 2) throw fault(at, 'filter/wrong-arguments', '需要两个时间', 'takes two times')
  const spans = args.map((arg) => spanOf(compiler, arg))
  const scales = spans.flatMap(({ start, end }) => [start?.scale, end?.scale])
  const scale: Scale = scales.includes('datetime') ? 'datetime' : 'date'
  const [a, b] = spans.map((span) => ({
    get start() {
      return startOf(span, scale)
    },
    get end() {
      return endOf(span, scale)
    },
  }))
  return `(${relations[op](a!, b!)})`
}

type Ends = { start: string; end: string }
const relations: Record<OperatorOf<'temporal'>, (a: Ends, b: Ends) => string> = {
  t_after: (a, b) => `${a.start} > ${b.end}`,
  t_before: (a, b) => `${a.end} < ${b.start}`,
  t_contains: (a, b) => `${a.start} < ${b.start} and ${a.end} > ${b.end}`,
  t_disjoint: (a, b) => `${a.start} > ${b.end} or ${a.end} < ${b.start}`,
  t_during: (a, b) => `${a.start} > ${b.start} and ${a.end} < ${b.end}`,
  t_equals: (a, b) => `${a.start} = ${b.start} and ${a.end} = ${b.end}`,
  t_finishedBy: (a, b) => `${a.start} < ${b.start} and ${a.end} = ${b.end}`,
  t_finishes: (a, b) => `${a.start} > ${b.start} and ${a.end} = ${b.end}`,
  t_intersects: (a, b) => `${a.start} <= ${b.end} and ${a.end} >= ${b.start}`,
  t_meets: (a, b) => `${a.end} = ${b.start}`,
  t_metBy: (a, b) => `${a.start} = ${b.end}`,
  t_overlappedBy: (a, b) => `${a.start} > ${b.start} and ${a.start} < ${b.end} and ${a.end} > ${b.end}`,
  t_overlaps: (a, b) => `${a.start} < ${b.start} and ${a.end} > ${b.start} and ${a.end} < ${b.end}`,
  t_startedBy: (a, b) => `${a.start} = ${b.start} and ${a.end} > ${b.end}`,
  t_starts: (a, b) => `${a.start} = ${b.start} and ${a.end} < ${b.end}`,
}

function spanOf(compiler: Compiler, expression: Expression): Span {
  if (expression.kind !== 'interval') {
    const moment = momentOf(compiler, expression)
    return { start: moment, end: moment }
  }
  const { from, to, at } = expression
  if (from && to && written(from) && written(to) && written(from)! > written(to)!)
    throw fault(at, 'filter/interval-reversed', '区间的结束早于开始', 'the interval ends before it begins')
  return { start: from && momentOf(compiler, from), end: to && momentOf(compiler, to) }
}

/** The text of a written-out day, for comparison with another; null for anything else. */
function written(expression: Expression): string | null {
  const isText = expression.kind === 'literal' && typeof expression.value === 'string'
  return (isText || expression.kind === 'date') && isDay(String(expression.value)) ? String(expression.value) : null
}

function momentOf(compiler: Compiler, expression: Expression): Moment {
  const { at } = expression
  if (expression.kind === 'literal' && typeof expression.value === 'string') {
    const text = expression.value
    if (isDay(text)) return { scale: 'date', sql: () => bindDay(compiler.bind, text, at) }
    if (isInstant(text)) return { scale: 'datetime', sql: () => bindInstant(compiler.bind, text, at) }
  }
  const type = compiler.typeOf(expression)
  if (type === 'date' || type === 'datetime') return { scale: type, sql: () => `(${compiler.term(expression).sql})` }
  throw fault(at, 'filter/type-mismatch', '此处应为日期或时刻', 'expected a day or an instant here')
}

function startOf({ start }: Span, scale: Scale): string {
  if (!start) return `'-infinity'::${sqlTypes[scale]}`
  return start.scale === scale ? start.sql() : `(${start.sql()}::timestamp at time zone 'Asia/Shanghai')`
}

function endOf({ end }: Span, scale: Scale): string {
  if (!end) return `'infinity'::${sqlTypes[scale]}`
  if (end.scale === scale) return end.sql()
  return `((${end.sql()} + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 microsecond')`
}

const sqlTypes: Record<Scale, string> = { date: 'date', datetime: 'timestamptz' }
