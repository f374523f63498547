import { createHash } from 'node:crypto'
import type { After } from '../filter/run-selection.ts'
import { field, invalid } from '../http/problem.ts'

/** Where a list goes on: in which collection, after which feature; and the counts of its first page. */
export interface Place {
  collection: number
  after: After | null
  counts: number[]
}

/** An opaque cursor, good for the same question only. */
export function writeCursor(place: Place, question: unknown): string {
  const { collection, after, counts } = place
  return Buffer.from(JSON.stringify([digest(question), collection, after, counts])).toString('base64url')
}

/** The place of a cursor; 422 when it is none, or belongs to another question. */
export function readCursor(text: string, question: unknown, collections: number): Place {
  const [asked, collection, after, counts] = parse(text)
  const isPlace =
    Number.isInteger(collection) &&
    (collection as number) < collections &&
    (after === null || (Array.isArray(after) && after.every((value) => ['string', 'number'].includes(typeof value)))) &&
    Array.isArray(counts) &&
    counts.length === collections
  if (!isPlace || asked !== digest(question))
    throw invalid('areas/invalid', [
      field('/cursor', 'http/invalid-cursor', '游标不属于这次查询', 'the cursor does not belong to this query'),
    ])
  return { collection: collection as number, after: after as After | null, counts: counts as number[] }
}

function parse(text: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

const digest = (question: unknown) =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12)
