import { createHash } from 'node:crypto'

export interface Digest {
  rows: number
  sha256: string
}

/** Counts and hashes the lines of one table as they pass. */
export function digestLines() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(lines: readonly string[]) {
      rows += lines.length
      for (const line of lines) hash.update(line).update('\n')
    },
    end: (): Digest => ({ rows, sha256: hash.digest('hex') }),
  }
}
