import { familyOf, type Expression, type OperatorOf } from './ast.ts'
import type { Bind, Columns } from './columns.ts'
import { computeArithmetic } from './arithmetic.ts'
import { fault, type At } from './fault.ts'
import { relateInSpace } from './spatial.ts'
import { relateInTime } from './temporal.ts'
import { mismatch, wanted, type Compiler, type Term, type Type } from './term.ts'
import { bindDay, bindInstant, isDay, isInstant } from './time-values.ts'

/**
 * A tree as one SQL condition over whitelisted columns with bound values. Three-valued as SQL is; text compares by code
 * point (collate "C"). 422 points at a name that is unknown and at types that do not meet.
 */
export function compileFilter(expression: Expression, columns: Columns, bind: Bind): string {
  return condition(createCompiler(columns, bind), expression)
}

function createCompiler(columns: Columns, bind: Bind): Compiler {
  const compiler: Compiler = {
    columns,
    bind,
    term: (expression) => termOf(compiler, expression),
    typeOf: (expression) =>
      termOf(
        createCompiler(columns, () => '$1'),
        expression,
      ).type,
  }
  return compiler
}

function termOf(compiler: Compiler, expression: Expression): Term {
  const { at } = expression
  switch (expression.kind) {
    case 'literal':
      return literal(compiler, expression.value, at)
    case 'property':
      return property(compiler, expression.name, at)
    case 'date':
      return { sql: bindDay(compiler.bind, expression.value, at), type: 'date', at }
    case 'timestamp':
      return { sql: bindInstant(compiler.bind, expression.value, at), type: 'datetime', at }
    case 'geometry':
      return {
        sql: `st_makevalid(st_geomfromtext(${compiler.bind(expression.wkt)}::text, 4490))`,
        type: 'geometry',
        at,
      }
    case 'interval':
      throw fault(at, 'filter/type-mismatch', '区间只能用于时间运算', 'an interval belongs in a temporal comparison')
    case 'call':
      return callOf(compiler, expression)
  }
}

function literal({ bind }: Compiler, value: string | number | boolean, at: At): Term {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw fault(at, 'filter/syntax', '文字中有空字符', 'the text holds a null character')
    return { sql: `${bind(value)}::text`, type: 'text', at, literal: value }
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw fault(at, 'filter/out-of-range', '数太大', 'the number is too large')
    return { sql: `${bind(value)}::float8`, type: 'number', at }
  }
  return { sql: value ? 'true' : 'false', type: 'boolean', at }
}

function property({ columns, bind }: Compiler, name: string, at: At): Term {
  const column = columns.get(name)
  if (!column) {
    const known = [...columns.keys()].join(', ')
    throw fault(
      at,
      'filter/unknown-property',
      `没有属性 ${name}；可用：${known}`,
      `no property ${name}; known: ${known}`,
    )
  }
  return { sql: column.sql(bind), type: column.type === 'integer' ? 'number' : column.type, at }
}

function callOf(compiler: Compiler, call: Extract<Expression, { kind: 'call' }>): Term {
  const { op, args, at } = call
  switch (familyOf(op)) {
    case 'arithmetic':
      return computeArithmetic(compiler, op as OperatorOf<'arithmetic'>, args, at)
    case 'text':
      return { sql: fold(op, wanted(compiler.term(one(args, at)), 'text').sql), type: 'text', at }
    case 'spatial':
      return { sql: relateInSpace(compiler, op as OperatorOf<'spatial'>, args, at), type: 'boolean', at }
    case 'temporal':
      return { sql: relateInTime(compiler, op as OperatorOf<'temporal'>, args, at), type: 'boolean', at }
    case 'comparison':
      return { sql: compare(compiler, op, args, at), type: 'boolean', at }
    case 'advanced':
      return { sql: advanced(compiler, op as OperatorOf<'advanced'>, args), type: 'boolean', at }
    default:
      return { sql: logical(compiler, op as OperatorOf<'logical'>, args), type: 'boolean', at }
  }
}

const one = (args: Expression[], at: At): Expression => {
  if (args.length === 1) return args[0]!
  throw fault(at, 'filter/wrong-arguments', '需要一个参数', 'takes one argument')
}

const condition = (compiler: Compiler, expression: Expression): string =>
  wanted(compiler.term(expression), 'boolean').sql

function logical(compiler: Compiler, op: OperatorOf<'logical'>, args: Expression[]): string {
  const parts = args.map((arg) => condition(compiler, arg))
  return op === 'not' ? `(not ${parts[0]})` : `(${parts.join(` ${op} `)})`
}

function compare(compiler: Compiler, op: string, args: Expression[], at: At): string {
  const [left, right] = alike(compiler, args, at)
  if (left!.type === 'geometry' || (left!.type === 'boolean' && op !== '=' && op !== '<>'))
    throw fault(at, 'filter/type-mismatch', `不能用 ${op} 比较`, `${op} does not compare these`)
  return `(${left!.sql} ${op} ${right!.sql})`
}

function advanced(compiler: Compiler, op: OperatorOf<'advanced'>, args: Expression[]): string {
  if (op === 'isNull') return `(${compiler.term(args[0]!).sql} is null)`
  if (op === 'like') {
    const [subject, pattern] = args.map((arg) => wanted(compiler.term(arg), 'text'))
    if (/(^|[^\\])(\\\\)*\\$/.test(pattern!.literal ?? ''))
      throw fault(pattern!.at, 'filter/syntax', '模式不能以 \\ 结尾', 'the pattern must not end with \\')
    return `((${subject!.sql}) collate "C" like ${pattern!.sql})`
  }
  if (op === 'between') {
    const [subject, least, most] = alike(compiler, args, args[0]!.at)
    return `(${subject!.sql} between ${least!.sql} and ${most!.sql})`
  }
  return isIn(compiler, args)
}

// Written-out texts and numbers are bound as one array, so that a list of thousands is one value.
function isIn(compiler: Compiler, [subject, ...items]: Expression[]): string {
  const values = items.map((item) => (item.kind === 'literal' ? item.value : null))
  const left = compiler.term(subject!)
  if (left.type === 'text' && values.every((value) => typeof value === 'string'))
    return `((${left.sql}) collate "C" = any (${compiler.bind(values)}::text[]))`
  if (left.type === 'number' && values.every((value) => typeof value === 'number'))
    return `(${left.sql} = any (${compiler.bind(values)}::float8[]))`
  const [first, ...rest] = alike(compiler, [subject!, ...items], subject!.at, left)
  return `(${first!.sql} in (${rest.map((item) => item.sql).join(', ')}))`
}

/**
 * Terms made comparable: a written-out day or instant beside a time is read as one; other types must be the same.
 * Written-out texts come last, because a value that is bound must also be used.
 */
function alike(compiler: Compiler, expressions: Expression[], at: At, first?: Term): Term[] {
  const terms = expressions.map((expression, i) =>
    i === 0 && first ? first : isWritten(expression) ? null : compiler.term(expression),
  )
  const lead = terms.find((term) => term !== null)?.type ?? 'text'
  return expressions.map((expression, i) => {
    const term = terms[i] ?? written(compiler, expression, lead)
    if (term.type !== lead) throw mismatch(i === 0 ? at : term.at, lead, term.type)
    return term.type === 'text' ? { ...term, sql: `((${term.sql}) collate "C")` } : term
  })
}

const isWritten = (expression: Expression): boolean =>
  expression.kind === 'literal' && typeof expression.value === 'string'

function written(compiler: Compiler, expression: Expression, beside: Type): Term {
  const { at } = expression
  const text = expression.kind === 'literal' ? String(expression.value) : ''
  if (beside === 'date' && isDay(text)) return { sql: bindDay(compiler.bind, text, at), type: 'date', at }
  if (beside === 'datetime' && isInstant(text))
    return { sql: bindInstant(compiler.bind, text, at), type: 'datetime', at }
  return compiler.term(expression)
}

// Accents: canonical decomposition without the combining marks. lower() follows the database's own character types.
const fold = (op: string, sql: string): string =>
  op === 'casei' ? `lower(${sql})` : `regexp_replace(normalize(${sql}, nfd), '[\\u0300-\\u036f]', '', 'g')`
