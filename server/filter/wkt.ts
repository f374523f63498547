import { fault } from './fault.ts'
import { bboxToWkt, checkPosition, checkRing, type Bbox } from './geometry-text.ts'
import { unexpected, type Reader } from './reader.ts'
import type { Token } from './tokens.ts'

const depths: Readonly<Record<string, number>> = {
  point: 0,
  multipoint: 1,
  linestring: 1,
  multilinestring: 2,
  polygon: 2,
  multipolygon: 3,
}

export const isGeometryWord = (text: string): boolean =>
  Object.hasOwn(depths, text.toLowerCase()) || text.toLowerCase() === 'geometrycollection'

/** Well-known text after its first word, checked (numbers, closed rings, degrees) and written again in two dimensions. */
export function readWkt(reader: Reader, word: Token): string {
  const type = word.text.toLowerCase()
  reader.take('z')
  if (reader.take('empty')) return `${type} empty`
  if (type !== 'geometrycollection') return `${type} ${coordinates(reader, type, depths[type]!)}`
  reader.expect('(')
  const parts: string[] = []
  do {
    const inner = reader.next()
    if (inner.kind !== 'word' || !isGeometryWord(inner.text))
      throw fault(reader.at(inner), 'filter/syntax', '此处应为图形', 'expected a geometry here')
    parts.push(readWkt(reader, inner))
  } while (reader.take(','))
  reader.expect(')')
  return `geometrycollection (${parts.join(', ')})`
}

/** BBOX(west, south, east, north) or with heights; west greater than east crosses the antimeridian. */
export function readBbox(reader: Reader, word: Token): string {
  reader.expect('(')
  const numbers: number[] = []
  do numbers.push(number(reader))
  while (reader.take(','))
  reader.expect(')')
  const box = numbers.length === 6 ? [numbers[0], numbers[1], numbers[3], numbers[4]] : numbers
  if (box.length !== 4)
    throw fault(reader.at(word), 'filter/wrong-arguments', 'BBOX 需要四个或六个数', 'BBOX takes four or six numbers')
  return bboxToWkt(box as Bbox, reader.at(word))
}

function coordinates(reader: Reader, type: string, depth: number): string {
  reader.expect('(')
  const parts: string[] = []
  const positions: [number, number][] = []
  const start = reader.peek()
  for (;;) {
    if (depth > 1) parts.push(coordinates(reader, type, depth - 1))
    else {
      const bracket = type === 'multipoint' ? reader.take('(') : null
      const position = onePosition(reader)
      if (bracket) reader.expect(')')
      positions.push(position)
      parts.push(position.join(' '))
    }
    if (depth === 0 || !reader.take(',')) break
  }
  reader.expect(')')
  if (depth === 1 && type !== 'multipoint') checkRing(positions, type, reader.at(start))
  return `(${parts.join(', ')})`
}

function onePosition(reader: Reader): [number, number] {
  const start = reader.peek()
  const position: [number, number] = [number(reader), number(reader)]
  if (reader.peek().kind === 'number' || reader.peek().text === '-') number(reader)
  return checkPosition(position, reader.at(start))
}

function number(reader: Reader): number {
  const minus = reader.take('-')
  const token = reader.peek()
  if (token.kind !== 'number') throw unexpected(reader)
  reader.next()
  return minus ? -Number(token.text) : Number(token.text)
}
