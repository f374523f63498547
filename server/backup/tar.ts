import { Refusal } from './refusal.ts'

const block = 512

/** The header of one plain file in the ustar format (POSIX.1-1988), readable by any `tar`. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for an archive`)
  const header = Buffer.alloc(block)
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  header.write(name, 0)
  header.write(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100)
  header.write(`${octal(size, 11)}\0${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 124)
  header.write('        0', 148) // the checksum counts as spaces while it is summed; then type 0, a plain file
  header.write('ustar\x0000', 257)
  header.write(`${octal(checksum(header), 6)}\0 `, 148)
  return header
}
/** What fills the last block of a file of this size. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)
export const tarEnd: Buffer = Buffer.alloc(2 * block)

export interface Entry {
  name: string
  size: number
  /** The bytes as they come. What is not read is skipped before the next entry. */
  body: AsyncGenerator<Buffer>
}

/** The entries of an unpacked tar stream, one after the other. Throws a Refusal where it is damaged or ends too early. */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const source = chunks[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async () => {
    const { value, done } = await source.next()
    if (done) throw new Refusal('the archive is cut off: it ends in the middle')
    held = held.length === 0 ? value : Buffer.concat([held, value])
  }
  const take = (length: number) => {
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  async function* bodyOf(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      if (held.length === 0) await more()
      const piece = take(Math.min(left, held.length))
      left -= piece.length
      yield piece
    }
  }
  for (;;) {
    while (held.length < block) await more()
    const header = take(block)
    if (header.every((byte) => byte === 0)) return void (await drain(source))
    const { name, size } = readHeader(header)
    const body = bodyOf(size)
    yield { name, size, body }
    for await (const _skipped of body);
    const padding = tarPadding(size).length
    while (held.length < padding) await more()
    take(padding)
  }
}

/** To the very end, so that the checksum of the compression is checked too. */
async function drain(source: AsyncIterator<Buffer>): Promise<void> {
  while (!(await source.next()).done);
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) => header.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  const size = Number.parseInt(text(124, 12), 8)
  const expected = Number.parseInt(text(148, 8), 8)
  const blank = Buffer.from(header)
  blank.write('        ', 148)
  if (checksum(blank) !== expected || !Number.isSafeInteger(size) || text(257, 5) !== 'ustar')
    throw new Refusal('the archive is damaged: a header in it does not fit its checksum')
  return { name: text(0, 100), size }
}

function checksum(header: Buffer): number {
  let sum = 0
  for (const byte of header) sum += byte
  return sum
}
