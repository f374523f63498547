import type { OpenContext } from './format.ts'
import { fault } from '../failure.ts'
import type { Source } from '../source.ts'
import { inUtf8, textEncoding } from '../text.ts'

/** The text of a file in UTF-8 (a copy where it was not), with how its encoding was found. */
export async function textEncoded(source: Source, { options, folder }: OpenContext) {
  const { encoding, how } = await textEncoding(source.path, options.encoding)
  const path = await inUtf8(source.path, encoding, folder, `utf8${source.extension}`)
  const notes = how === 'guessed' ? [fault('imports/note-encoding-guessed', { encoding })] : []
  return { path, encoding, encoding_how: how as string, notes }
}
