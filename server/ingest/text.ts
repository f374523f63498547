import { isUtf8 } from 'node:buffer'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { declaredEncoding, type Encoding, guessEncoding } from './encoding.ts'
import { IngestError } from './failure.ts'

const sampleBytes = 1 << 20

/** Which encoding a text file is in: declared, by byte-order mark, or by reading all of it. */
export async function textEncoding(path: string, declared?: string): Promise<Encoding> {
  const mark = await byteOrderMark(path)
  const named = declared === undefined ? mark : declaredEncoding(declared)
  if (named && named !== 'utf-8') return { encoding: named, how: declared === undefined ? 'claimed' : 'declared' }
  const foreign = await firstOtherThanUtf8(path)
  if (named && foreign) throw new IngestError('imports/encoding-wrong', { encoding: 'utf-8' }, '/encoding')
  if (named) return { encoding: 'utf-8', how: declared === undefined ? 'claimed' : 'declared' }
  return foreign ? guessEncoding(linesOf(foreign)) : { encoding: 'utf-8', how: 'valid' }
}

/** The megabyte in which a file stops being UTF-8; null when it is UTF-8 throughout. */
async function firstOtherThanUtf8(path: string): Promise<Buffer | null> {
  let rest: Uint8Array = new Uint8Array()
  for await (const chunk of createReadStream(path, { highWaterMark: sampleBytes }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk])
    const whole = bytes.subarray(0, wholeCharacters(bytes))
    if (!isUtf8(whole)) return bytes
    rest = bytes.subarray(whole.length)
  }
  return rest.length === 0 ? null : Buffer.from(rest)
}

/** The same text in UTF-8 without a byte-order mark: the file itself when it is so already, else a copy in `folder`. */
export async function inUtf8(path: string, encoding: string, folder: string, name: string): Promise<string> {
  if (encoding === 'utf-8' && !(await byteOrderMark(path))) return path
  const copy = join(folder, name)
  const decoder = new TextDecoder(encoding, { fatal: true })
  async function* decoded() {
    try {
      for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
        yield decoder.decode(chunk, { stream: true })
      yield decoder.decode()
    } catch (error) {
      if (error instanceof TypeError) throw new IngestError('imports/encoding-wrong', { encoding }, '/encoding')
      throw error
    }
  }
  await pipeline(Readable.from(decoded()), createWriteStream(copy))
  return copy
}

async function byteOrderMark(path: string): Promise<string | null> {
  for await (const bytes of createReadStream(path, { end: 2 }) as AsyncIterable<Buffer>) {
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
    return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  }
  return null
}

/** Up to where a UTF-8 text can be cut without cutting a character. */
function wholeCharacters(bytes: Uint8Array): number {
  let end = bytes.length
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back]!
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      end -= back
      break
    }
  }
  return end
}

function linesOf(bytes: Buffer): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0 && lines.length < 20_000; end = bytes.indexOf(10, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  if (lines.length === 0 || start < bytes.length) lines.push(bytes.subarray(start))
  return lines
}
