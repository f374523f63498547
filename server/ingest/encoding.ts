import { isUtf8 } from 'node:buffer'
import { IngestError } from './failure.ts'

export interface Encoding {
  /** A WHATWG name: utf-8, gb18030, big5 … */
  encoding: string
  how: 'declared' | 'claimed' | 'valid' | 'guessed'
}

/** iconv's names (GDAL) of the encodings a file here may have; GB18030 reads GBK and GB2312 too. */
const gdalNames: Record<string, string> = {
  'utf-8': 'UTF-8',
  gbk: 'GB18030',
  gb18030: 'GB18030',
  big5: 'BIG5',
  'windows-1252': 'CP1252',
  'windows-1251': 'CP1251',
  shift_jis: 'SHIFT_JIS',
  'euc-kr': 'EUC-KR',
}

/** What may be declared. */
export const gdalEncodings: string[] = Object.keys(gdalNames).filter((name) => name !== 'gbk')

/** iconv's name for a WHATWG name. */
export const gdalEncoding = (encoding: string): string => gdalNames[encoding]!

/** The WHATWG name of what a person or a .cpg file calls an encoding; undefined when we do not read it. */
export function encodingNamed(label: string): string | undefined {
  const plain = label.trim().toLowerCase()
  const codePage = /^(?:cp|ansi[ _]?|windows-)?(936|950|1252|1251|932|949|65001|88591)$/.exec(
    plain.replace('-', ''),
  )?.[1]
  const pages: Record<string, string> = {
    936: 'gb18030',
    950: 'big5',
    1252: 'windows-1252',
    1251: 'windows-1251',
    932: 'shift_jis',
    949: 'euc-kr',
    65001: 'utf-8',
    88591: 'windows-1252',
  }
  if (codePage) return pages[codePage]
  try {
    const name = new TextDecoder(plain === 'big-5' ? 'big5' : plain).encoding
    if (name === 'gbk') return 'gb18030'
    return name in gdalNames ? name : undefined
  } catch {
    return undefined
  }
}

/** A declared encoding, or the complaint about it. */
export function declaredEncoding(label: string): string {
  const name = encodingNamed(label)
  if (!name) throw new IngestError('imports/encoding-unsupported', { encoding: label }, '/encoding')
  return name
}

/**
 * The encoding of texts whose encoding nothing states: UTF-8 when all of them are valid UTF-8 (chance makes that all but
 * impossible for GBK), else GB18030 or Big5 by how many characters lie in the everyday part of each; refused when neither.
 */
export function guessEncoding(texts: Uint8Array[]): Encoding {
  const foreign = texts.filter((text) => text.some((byte) => byte >= 0x80))
  if (foreign.every((text) => decodes(text, 'utf-8'))) return { encoding: 'utf-8', how: 'valid' }
  const scores = [
    { encoding: 'gb18030', share: everydayShare(foreign, 'gb18030', isGb2312) },
    { encoding: 'big5', share: everydayShare(foreign, 'big5', isEverydayBig5) },
  ]
  const best = scores[0]!.share >= 0.9 || scores[0]!.share >= scores[1]!.share ? scores[0]! : scores[1]!
  if (best.share >= 0.6) return { encoding: best.encoding, how: 'guessed' }
  const candidates = ['gb18030', 'big5', 'windows-1252'].filter((encoding) =>
    foreign.every((text) => decodes(text, encoding)),
  )
  throw new IngestError(
    'imports/encoding-unknown',
    { candidates, samples: samplesIn(foreign, candidates) },
    '/encoding',
  )
}

/** True when the bytes are text in that encoding; a character cut off by a fixed-width field's end is forgiven. */
export function decodes(text: Uint8Array, encoding: string): boolean {
  if (encoding === 'utf-8' && isUtf8(text)) return true
  try {
    new TextDecoder(encoding, { fatal: true }).decode(text, { stream: true })
    return true
  } catch {
    return false
  }
}

/** GB2312's rows 16–87, the 6,763 characters in general use. */
const isGb2312 = (lead: number, trail: number) => lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1
/** Big5's first plane, the 5,401 characters in general use. */
const isEverydayBig5 = (lead: number, trail: number) => lead >= 0xa4 && lead <= 0xc6 && trail >= 0x40

function everydayShare(
  texts: Uint8Array[],
  encoding: string,
  everyday: (lead: number, trail: number) => boolean,
): number {
  if (!texts.every((text) => decodes(text, encoding))) return 0
  // The first rows of both are punctuation and letters, which tell nothing.
  const lastPunctuation = encoding === 'big5' ? 0xa3 : 0xa9
  let pairs = 0
  let usual = 0
  for (const text of texts) {
    for (let at = 0; at + 1 < text.length; at++) {
      const lead = text[at]!
      if (lead < 0x80) continue
      at++
      if (lead >= 0xa1 && lead <= lastPunctuation) continue
      pairs++
      if (everyday(lead, text[at]!)) usual++
    }
  }
  return pairs === 0 ? 0 : usual / pairs
}

function samplesIn(texts: Uint8Array[], encodings: string[]) {
  const text = texts[0]
  return text
    ? encodings.map((encoding) => ({ encoding, text: new TextDecoder(encoding).decode(text).slice(0, 80) }))
    : []
}
