import { fileTypeFromFile } from 'file-type'
import { open } from 'node:fs/promises'
import { extname } from 'node:path'

/** What may be attached, by content: photos, papers, tables, archives, video. Anything a browser would run is not among them. */
const allowed = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/zip',
  'video/mp4',
])
/** Office before 2007 is one container for everything (also for installers): only with a name that says which document. */
const compound: Record<string, string> = {
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.ppt': 'application/vnd.ms-powerpoint',
}
const text: Record<string, string> = {
  '.geojson': 'application/geo+json',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
}
const sample_bytes = 64 * 1024

/** The type of a file by what is in it; its name decides only between texts. Null when it is not of a kind that may be attached. */
export async function mediaTypeOf(path: string, name: string): Promise<string | null> {
  const ending = extname(name).toLowerCase()
  const found = (await fileTypeFromFile(path))?.mime
  if (found === 'application/x-cfb') return compound[ending] ?? null
  if (found) return allowed.has(found) ? found : null
  return (await isText(path)) ? (text[ending] ?? null) : null
}

/** Text in UTF-8 or GB 18030, without the control signs that no text has. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sample_bytes), 0, sample_bytes, 0)
    const sample = buffer.subarray(0, bytesRead)
    if (sample.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return false
    return ['utf-8', 'gb18030'].some((encoding) => decodes(sample, encoding))
  } finally {
    await file.close()
  }
}

/** The last sign of the sample may be cut off, so `stream` lets it be unfinished. */
function decodes(sample: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}
