import { limits, type Expression } from './ast.ts'
import { fault, type At } from './fault.ts'
import { readTokens, type Token } from './tokens.ts'

/** Reads the tokens of one text; what the readers of its parts share. */
export interface Reader {
  peek(ahead?: number): Token
  next(): Token
  at(token: Token): At
  /** Takes the word or sign if it comes next. */
  take(text: string): Token | null
  expect(text: string): Token
  node<E extends Expression>(expression: E): E
}

/** A reader at the first token of a text. Counts the nodes that are made with it. */
export function createReader(text: string, pointer: string): Reader {
  const tokens = readTokens(text, pointer)
  let index = 0
  let nodes = 0
  const peek = (ahead = 0) => tokens[Math.min(index + ahead, tokens.length - 1)]!
  const reader: Reader = {
    peek,
    next: () => tokens[index < tokens.length - 1 ? index++ : index]!,
    at: ({ position }) => ({ pointer, position }),
    take: (wanted) => (isA(peek(), wanted) ? reader.next() : null),
    expect: (wanted) => {
      const token = reader.take(wanted)
      if (!token) throw unexpected(reader, wanted)
      return token
    },
    node(expression) {
      if (++nodes > limits.nodes) throw tooDeep(expression.at)
      return expression
    },
  }
  return reader
}

/** Whether a token is one of these words (in any case) or signs; a quoted name never is. */
export const isA = (token: Token, ...wanted: string[]): boolean =>
  (token.kind === 'word' || token.kind === 'symbol') && wanted.includes(token.text.toLowerCase())

/** The fault of a token that cannot stand where it stands. */
export function unexpected(reader: Reader, wanted?: string) {
  const token = reader.peek()
  const found = token.kind === 'end' ? ['结尾', 'the end'] : [token.text, token.text]
  const zh = wanted ? `此处应为 ${wanted}，而不是 ${found[0]}` : `此处不应出现 ${found[0]}`
  const en = wanted ? `expected ${wanted} here, not ${found[1]}` : `${found[1]} is not expected here`
  return fault(reader.at(token), 'filter/syntax', zh, en)
}

export const tooDeep = (at: At) =>
  fault(at, 'filter/too-complex', '筛选条件过于复杂', 'the filter has too many parts or levels')
