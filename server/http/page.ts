import { Problem } from './problem.ts'

/** A page of rows that were asked for with one more than its limit, and the cursor of the next: where the last row stands (`at`) and which it is. */
export function pageOf<Row extends { id: string }>(rows: readonly Row[], limit: number, at: (row: Row) => string) {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const isMore = rows.length > limit && last
  return { page, next: isMore ? Buffer.from(`${at(last)}|${last.id}`).toString('base64url') : null }
}

/** What a cursor of `pageOf` says, nulls for the first page; 422 when it is none. `isAt` says what its place looks like, an instant unless told. */
export function readCursor(text: string | undefined, isAt: (at: string) => boolean = isInstant) {
  if (!text) return { at: null, id: null }
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split('|')
  if (!isAt(at) || !/^[0-9a-f-]{36}$/.test(id)) throw new Problem(422, 'http/invalid-cursor')
  return { at, id }
}

const isInstant = (at: string): boolean => at !== '' && !Number.isNaN(Date.parse(at))
export const isDay = (at: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(at)
