import { field, invalid } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'

interface Unknown {
  /** the refusal as a whole, and where the ids stand in the input */
  code: string
  pointer: string
  words: readonly [zh: string, en: string]
}

/** Public ids of files as the database has them: each is among those `find` answers, else 422 with a pointer to it. */
export async function knownFiles(
  given: readonly string[],
  find: (ids: string[]) => Promise<readonly { id: string }[]>,
  { code, pointer, words }: Unknown,
): Promise<string[]> {
  const ids = given.map((one) => parsePublicId('att', one)?.id ?? null)
  const asked = ids.filter((one) => one !== null)
  const known = new Set((await find(asked)).map(({ id }) => id))
  const unknown = ids.flatMap((id, i) =>
    id && known.has(id) ? [] : [field(`${pointer}/${i}`, 'attachments/not-found', ...words)],
  )
  if (unknown.length > 0) throw invalid(code, unknown)
  return asked
}
