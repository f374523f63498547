import { open } from 'node:fs/promises'
import { declaredEncoding, decodes, type Encoding, encodingNamed, guessEncoding } from './encoding.ts'
import { type Fault, fault, IngestError } from './failure.ts'

/** Language driver ids (byte 29) that name an encoding we read; from the dBASE/ESRI list. */
const languageDrivers: Record<number, string> = {
  0x03: 'windows-1252',
  0x4d: 'gb18030',
  0x4e: 'euc-kr',
  0x4f: 'big5',
  0x57: 'windows-1252',
  0x78: 'big5',
  0x79: 'euc-kr',
  0x7a: 'gb18030',
  0x7b: 'shift_jis',
  0xc9: 'windows-1251',
}
const sampleBytes = 32 << 20

/**
 * The encoding of a .dbf: the claim (.cpg, then language driver id) when all its texts bear it out, else by content.
 * A false .cpg is common with Chinese files, so a claim is never taken unread.
 */
export async function dbfEncoding(
  path: string,
  cpg: string | null,
  declared?: string,
): Promise<Encoding & { notes: Fault[] }> {
  const { texts, languageDriver } = await readTexts(path)
  if (declared !== undefined) {
    const encoding = declaredEncoding(declared)
    if (!texts.every((text) => decodes(text, encoding)))
      throw new IngestError('imports/encoding-wrong', { encoding: declared }, '/encoding')
    return { encoding, how: 'declared', notes: [] }
  }
  const claimed = cpg ? encodingNamed(cpg) : languageDrivers[languageDriver]
  // UTF-8 text also decodes as GBK, into other characters: a claim of GBK over it is believed only without three-byte sequences.
  const utf8 = texts.some((text) => text.some((byte) => byte >= 0xe0)) && texts.every((text) => decodes(text, 'utf-8'))
  const borneOut = claimed && (claimed === 'utf-8' || !utf8) && texts.every((text) => decodes(text, claimed))
  if (borneOut) return { encoding: claimed, how: 'claimed', notes: [] }
  const guess = guessEncoding(texts)
  const notes = [
    ...(claimed ? [fault('imports/note-encoding-claim-wrong', { claimed, encoding: guess.encoding })] : []),
    ...(guess.how === 'guessed' ? [fault('imports/note-encoding-guessed', { encoding: guess.encoding })] : []),
  ]
  return { ...guess, notes }
}

async function readTexts(path: string): Promise<{ texts: Uint8Array[]; languageDriver: number }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, sampleBytes))
    await file.read(bytes, 0, bytes.length, 0)
    if (bytes.length < 33) throw new IngestError('imports/corrupt', { detail: '.dbf' })
    return { texts: textsOf(bytes), languageDriver: bytes[29]! }
  } finally {
    await file.close()
  }
}

/** Field names and the values of character fields that hold anything but ASCII. */
function textsOf(bytes: Buffer): Uint8Array[] {
  const headerLength = bytes.readUInt16LE(8)
  const recordLength = bytes.readUInt16LE(10)
  const texts: Uint8Array[] = []
  const keep = (text: Buffer) => {
    const end = text.indexOf(0)
    const value = trimmed(end < 0 ? text : text.subarray(0, end))
    if (value.some((byte) => byte >= 0x80)) texts.push(value)
  }
  const fields: { from: number; length: number }[] = []
  let from = 1
  for (let at = 32; at + 32 <= headerLength && at + 32 <= bytes.length && bytes[at] !== 0x0d; at += 32) {
    keep(bytes.subarray(at, at + 11))
    const length = bytes[at + 16]!
    if (bytes[at + 11] === 0x43) fields.push({ from, length })
    from += length
  }
  if (recordLength === 0) return texts
  for (let at = headerLength; at + recordLength <= bytes.length; at += recordLength) {
    for (const field of fields) keep(bytes.subarray(at + field.from, at + field.from + field.length))
  }
  return texts
}

function trimmed(text: Buffer): Buffer {
  let end = text.length
  while (end > 0 && text[end - 1] === 0x20) end--
  return text.subarray(0, end)
}
