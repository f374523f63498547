import { limits } from './ast.ts'
import { fault, type At } from './fault.ts'

export interface Token {
  kind: 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'end'
  /** A string or quoted name without its quotes; words as they were written. */
  text: string
  position: number
}

const patterns: readonly [Token['kind'] | 'space', RegExp][] = [
  ['space', /\s+/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['string', /'(?:[^'\\]|''|\\[\s\S])*'/y],
  ['quoted', /"(?:[^"]|"")*"/y],
  ['word', /[\p{L}_:][\p{L}\p{N}\p{M}_:.]*/uy],
  ['symbol', /<>|<=|>=|[=<>()+\-*/%^,]/y],
]

/** The words and signs of a CQL2 text, closed by one of kind `end`. Names outside ASCII need no quotes. */
export function readTokens(text: string, pointer: string): Token[] {
  const at = (position: number): At => ({ pointer, position })
  if (text.length > limits.characters)
    throw fault(at(limits.characters), 'filter/too-long', '筛选条件过长', `longer than ${limits.characters} characters`)
  const tokens: Token[] = []
  let position = 0
  while (position < text.length) {
    const found = match(text, position)
    if (!found) throw unreadable(text, at(position))
    if (found.kind !== 'space') tokens.push({ kind: found.kind, text: unquote(found.kind, found.text), position })
    position += found.text.length
  }
  tokens.push({ kind: 'end', text: '', position })
  return tokens
}

function match(text: string, position: number) {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position
    const found = pattern.exec(text)
    if (found) return { kind, text: found[0] }
  }
  return null
}

// In a string, '' and \' are a quote; any other backslash stays, because LIKE escapes with it.
function unquote(kind: Token['kind'], text: string): string {
  if (kind === 'string') return text.slice(1, -1).replaceAll(/''|\\'/g, "'")
  return kind === 'quoted' ? text.slice(1, -1).replaceAll('""', '"') : text
}

function unreadable(text: string, at: At & { position?: number }) {
  const sign = text[at.position ?? 0] ?? ''
  if (sign === "'" || sign === '"')
    return fault(at, 'filter/syntax', '引号没有闭合', 'the quote that opens here is never closed')
  return fault(at, 'filter/syntax', `无法识别的字符 ${sign}`, `the character ${sign} means nothing here`)
}
