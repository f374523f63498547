import { createHash } from 'node:crypto'

/**
 * The hash of one entry of a district's chain: SHA-256 over the previous hash, the number and the entry's content with
 * its keys in order. Whoever has the rows can recompute it.
 */
export function chainHash(previous: string, seq: number, content: Record<string, unknown>): string {
  return createHash('sha256')
    .update(`${previous}\n${seq}\n${canonical(content)}`)
    .digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}
