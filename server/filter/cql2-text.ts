import { limits, operators, type Expression, type Operator } from './ast.ts'
import { fault, type At } from './fault.ts'
import { createReader, isA, tooDeep, unexpected, type Reader } from './reader.ts'
import type { Token } from './tokens.ts'
import { isGeometryWord, readBbox, readWkt } from './wkt.ts'

/** CQL2 text as a tree. 422 points at the character where it stops making sense. */
export function readCql2Text(text: string, pointer: string): Expression {
  const reader = createReader(text, pointer)
  const found = or(reader, 0)
  if (reader.peek().kind !== 'end') throw unexpected(reader)
  return found
}

function or(reader: Reader, depth: number): Expression {
  if (depth > limits.depth) throw tooDeep(reader.at(reader.peek()))
  return chain(reader, 'or', () => chain(reader, 'and', () => negation(reader, depth)))
}

function chain(reader: Reader, op: 'and' | 'or', part: () => Expression): Expression {
  const first = part()
  const args = [first]
  while (reader.take(op)) args.push(part())
  return args.length === 1 ? first : call(reader, op, args, first.at)
}

function negation(reader: Reader, depth: number): Expression {
  if (depth > limits.depth) throw tooDeep(reader.at(reader.peek()))
  const not = reader.take('not')
  if (not) return call(reader, 'not', [negation(reader, depth + 1)], reader.at(not))
  return predicate(reader, depth)
}

function predicate(reader: Reader, depth: number): Expression {
  const left = sum(reader, depth)
  const sign = reader.peek()
  const comparison = operators.comparison.find((op) => isA(sign, op))
  if (comparison) {
    reader.next()
    return call(reader, comparison, [left, sum(reader, depth)], reader.at(sign))
  }
  if (reader.take('is')) {
    const not = reader.take('not')
    reader.expect('null')
    return negated(reader, not, call(reader, 'isNull', [left], left.at))
  }
  const not = isA(reader.peek(1), 'like', 'between', 'in') ? reader.take('not') : null
  const at = reader.at(reader.peek())
  if (reader.take('like')) return negated(reader, not, call(reader, 'like', [left, sum(reader, depth)], at))
  if (reader.take('between')) {
    const least = sum(reader, depth)
    reader.expect('and')
    return negated(reader, not, call(reader, 'between', [left, least, sum(reader, depth)], at))
  }
  if (reader.take('in')) return negated(reader, not, call(reader, 'in', [left, ...items(reader, depth)], at))
  return left
}

function items(reader: Reader, depth: number): Expression[] {
  reader.expect('(')
  const found: Expression[] = []
  do {
    if (found.length >= limits.items) throw tooDeep(reader.at(reader.peek()))
    // A list of plain values is bound as one array, so its items do not count as nodes.
    const { kind, text } = reader.peek()
    const isPlain = (kind === 'string' || kind === 'number') && isA(reader.peek(1), ',', ')')
    const value = kind === 'number' ? Number(text) : text
    found.push(isPlain ? { kind: 'literal', value, at: reader.at(reader.next()) } : sum(reader, depth))
  } while (reader.take(','))
  reader.expect(')')
  return found
}

const sum = (reader: Reader, depth: number): Expression =>
  leftToRight(reader, ['+', '-'], () => leftToRight(reader, ['*', '/', '%', 'div'], () => power(reader, depth)))

function leftToRight(reader: Reader, ops: Operator[], part: () => Expression): Expression {
  let left = part()
  for (;;) {
    const sign = reader.peek()
    const op = ops.find((op) => isA(sign, op))
    if (!op) return left
    reader.next()
    left = call(reader, op, [left, part()], reader.at(sign))
  }
}

function power(reader: Reader, depth: number): Expression {
  const base = unary(reader, depth)
  const sign = reader.take('^')
  return sign ? call(reader, '^', [base, unary(reader, depth)], reader.at(sign)) : base
}

function unary(reader: Reader, depth: number): Expression {
  if (depth > limits.depth) throw tooDeep(reader.at(reader.peek()))
  const minus = reader.take('-')
  if (!minus) return reader.take('+') ? unary(reader, depth + 1) : value(reader, depth)
  const operand = unary(reader, depth + 1)
  if (operand.kind === 'literal' && typeof operand.value === 'number')
    return { ...operand, value: -operand.value, at: reader.at(minus) }
  const zero: Expression = { kind: 'literal', value: 0, at: reader.at(minus) }
  return call(reader, '-', [zero, operand], reader.at(minus))
}

function value(reader: Reader, depth: number): Expression {
  const token = reader.peek()
  const at = reader.at(token)
  if (reader.take('(')) {
    const inner = or(reader, depth + 1)
    reader.expect(')')
    return inner
  }
  if (token.kind === 'number' || token.kind === 'string') {
    reader.next()
    return reader.node({ kind: 'literal', value: token.kind === 'number' ? Number(token.text) : token.text, at })
  }
  if (token.kind === 'quoted') {
    reader.next()
    return reader.node({ kind: 'property', name: token.text, at })
  }
  if (token.kind !== 'word' || isReserved(token)) throw unexpected(reader)
  reader.next()
  if (isA(token, 'true', 'false')) return reader.node({ kind: 'literal', value: isA(token, 'true'), at })
  if (isGeometryWord(token.text) && isA(reader.peek(), '(', 'z', 'empty'))
    return reader.node({ kind: 'geometry', wkt: readWkt(reader, token), at })
  if (isA(reader.peek(), '(')) return named(reader, token, depth)
  return reader.node({ kind: 'property', name: token.text, at })
}

/** What is written NAME(…): a day, an instant, an interval, a box, or an operator in its function form. */
function named(reader: Reader, token: Token, depth: number): Expression {
  const at = reader.at(token)
  const name = token.text.toLowerCase()
  if (name === 'bbox') return reader.node({ kind: 'geometry', wkt: readBbox(reader, token), at })
  const op = [...operators.text, ...operators.spatial, ...operators.temporal].find((op) => op.toLowerCase() === name)
  if (name !== 'date' && name !== 'timestamp' && name !== 'interval' && !op) throw unknownFunction(token.text, at)
  reader.expect('(')
  const args: Expression[] = []
  do args.push(or(reader, depth + 1))
  while (reader.take(','))
  reader.expect(')')
  if (op) return call(reader, op, args, at)
  if (name === 'interval') {
    if (args.length !== 2) throw fault(at, 'filter/wrong-arguments', 'INTERVAL 需要两个参数', 'INTERVAL takes two ends')
    return reader.node({ kind: 'interval', from: end(args[0]!), to: end(args[1]!), at })
  }
  const [only] = args
  if (args.length !== 1 || only?.kind !== 'literal' || typeof only.value !== 'string')
    throw fault(at, 'filter/wrong-arguments', `${token.text} 需要一个字符串`, `${token.text} takes one string`)
  return reader.node({ kind: name as 'date' | 'timestamp', value: only.value, at: only.at })
}

/** An end of an interval; '..' is open. */
const end = (expression: Expression): Expression | null =>
  expression.kind === 'literal' && expression.value === '..' ? null : expression

function unknownFunction(name: string, at: At) {
  if (/^a_/i.test(name))
    return fault(at, 'filter/not-supported', '没有数组属性，不支持数组运算', 'nothing here has an array to compare')
  return fault(at, 'filter/unknown-function', `没有函数 ${name}`, `there is no function ${name}`)
}

const call = (reader: Reader, op: Operator, args: Expression[], at: At): Expression =>
  reader.node({ kind: 'call', op, args, at })

const negated = (reader: Reader, not: Token | null, inner: Expression): Expression =>
  not ? call(reader, 'not', [inner], reader.at(not)) : inner

const reserved = ['and', 'or', 'not', 'like', 'between', 'in', 'is', 'null', 'div']
const isReserved = (token: Token): boolean => reserved.includes(token.text.toLowerCase())
