import { Problem } from './problem.ts'

/** The version in an If-Match header (`"3"`), or null when none was sent. A header that is not a version is 412. */
export function ifMatch(header: string | undefined): number | null {
  if (header === undefined || header === '*') return null
  const match = /^(?:W\/)?"(\d+)"$/.exec(header.trim())
  if (!match) throw new Problem(412, 'http/if-match-malformed')
  return Number(match[1])
}

export const etagOf = (version: number): string => `"${version}"`
