import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { IngestError } from './failure.ts'
import type { Source } from './source.ts'

/** The keys of the outermost object in the first 64 KB, with the values of those that are strings. null when it is no object. */
export function outerKeys(head: string): Map<string, string | null> | null {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g
  const keys = new Map<string, string | null>()
  if (!/^\uFEFF?\s*\{/.test(head)) return null
  let depth = 0
  let key: string | null = null
  let expectsValue = false
  for (const [text] of head.matchAll(token)) {
    if (text === '{' || text === '[') depth++
    else if (text === '}' || text === ']') depth--
    else if (depth === 1 && text === ':') expectsValue = true
    else if (depth === 1 && text.startsWith('"')) {
      if (expectsValue && key !== null) keys.set(key, unquoted(text))
      else keys.set((key = unquoted(text)), null)
    }
    if (depth === 1 && text === ',') expectsValue = false
    if (depth === 0) break
  }
  return keys
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string
  } catch {
    return ''
  }
}

export const looksLikeJson = (source: Source): boolean =>
  /^(?:\xEF\xBB\xBF)?\s*[[{]/.test(source.head.subarray(0, 200).toString('latin1'))

/** A whole small JSON file in UTF-8; what is not JSON is corrupt, with the place where it stops being JSON. */
export async function parseJson({ path, bytes }: Source, limit: number): Promise<unknown> {
  if (bytes > limit) throw new IngestError('imports/too-large', { bytes, limit })
  const content = await readFile(path)
  if (!isUtf8(content)) throw new IngestError('imports/encoding-wrong', { encoding: 'utf-8' })
  try {
    return JSON.parse(content.toString('utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new IngestError('imports/corrupt', { detail: `JSON: ${(error as Error).message.slice(0, 200)}` })
  }
}
