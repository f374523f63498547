import { useQuery } from '@tanstack/react-query'
import { get, post, randomKey, type FieldError } from '../api.ts'

export type BulkMove = { name: string; from: string[]; input: Record<string, string> }
export type BulkResult = {
  id: string
  reference: string | null
  done: boolean
  undo_seconds: number | null
  code: string | null
  errors: FieldError[]
}
type Table = { most: number; moves: BulkMove[] }

/** How many go in one request: small enough that the count moves while one looks on. */
const part = 5

/** What may be decided for several at once, as the server says. */
export const useBulkMoves = (isWanted: boolean) =>
  useQuery({
    queryKey: ['permits', 'bulk'],
    queryFn: ({ signal }) => get<Table>('/api/permits/bulk', undefined, signal),
    enabled: isWanted,
    staleTime: Infinity,
  })

/**
 * One decision for several, sent in parts under one bulk id; tells how far it is. A part that is sent again with the same words goes under the
 * same key, so that nothing is done twice.
 */
export function createBulk() {
  const bulk_id = randomKey().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  const keys = new Map<string, string>()
  return async (
    move: string,
    permits: readonly { id: string; version: number }[],
    input: Record<string, unknown>,
    onProgress: (done: number) => void,
  ): Promise<BulkResult[]> => {
    const results: BulkResult[] = []
    for (let at = 0; at < permits.length; at += part) {
      const asked = { bulk_id, move, permits: permits.slice(at, at + part), ...input }
      const text = JSON.stringify(asked)
      const key = keys.get(text) ?? randomKey()
      keys.set(text, key)
      const answer = await post<{ results: BulkResult[] }>('/api/permits/bulk', asked, { key })
      results.push(...answer.results)
      onProgress(results.length)
    }
    return results
  }
}
