import { createWriteStream } from 'node:fs'
import { extname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { IngestError } from './failure.ts'
import type { Limits } from './options.ts'

export interface Member {
  /** As the archive calls it, folders included. */
  name: string
  extension: string
  path: string
}

/** What is taken out; pictures, styles and indexes stay in, but count. */
const wanted = new Set([
  '.shp',
  '.shx',
  '.dbf',
  '.prj',
  '.cpg',
  '.geojson',
  '.json',
  '.gpkg',
  '.kml',
  '.dxf',
  '.csv',
  '.txt',
  '.tsv',
  '.fgb',
])
const archives = new Set(['.zip', '.kmz', '.rar', '.7z', '.gz', '.tar', '.tgz', '.bz2', '.xz'])
const ratioMattersFrom = 64e6

/**
 * Takes the readable files out of a zip into `folder`, under names of our own: `f0.shp`, `f0.dbf` (one stem per file set).
 * Refuses, before and while inflating: too much, too many, too dense, encrypted, archives in archives, paths that climb.
 */
export async function unpack(path: string, packedBytes: number, folder: string, limits: Limits): Promise<Member[]> {
  const zip = await open(path)
  try {
    const entries = await checkedEntries(zip, packedBytes, limits).catch(asCorrupt)
    const stems = new Map<string, string>()
    const members: Member[] = []
    const meter: Meter = { bytes: 0, packedBytes, entries: entries.length, limits }
    for (const { entry, name } of entries) {
      const extension = extname(name).toLowerCase()
      if (!wanted.has(extension)) continue
      const stem = name.slice(0, -extension.length).toLowerCase()
      if (!stems.has(stem)) stems.set(stem, `f${stems.size}`)
      const target = join(folder, `${stems.get(stem)}${extension}`)
      await inflate(zip, entry, target, meter)
      members.push({ name, extension, path: target })
    }
    return members
  } finally {
    zip.close()
  }
}

async function open(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
  } catch (error) {
    throw new IngestError('imports/corrupt', { detail: (error as Error).message })
  }
}

async function checkedEntries(
  zip: ZipFile,
  packedBytes: number,
  limits: Limits,
): Promise<{ entry: Entry; name: string }[]> {
  const found: { entry: Entry; name: string }[] = []
  const meter: Meter = { bytes: 0, packedBytes, entries: zip.entryCount, limits }
  for await (const entry of zip.eachEntry()) {
    meter.bytes += entry.uncompressedSize
    const refusal = oversize(meter)
    if (refusal) throw refusal
    const name = nameOf(entry)
    refuseUnsafe(entry, name)
    if (!name.endsWith('/') && !/(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name)) found.push({ entry, name })
  }
  return found
}

const utf8Flag = 0x800

/** Names without the UTF-8 flag are GBK when made by Chinese Windows; ASCII is the same in both. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer
  const isUtf8 = (entry.generalPurposeBitFlag & utf8Flag) !== 0
  return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes).replaceAll('\\', '/')
}

function refuseUnsafe(entry: Entry, name: string): void {
  if (/^\/|^[a-z]:|(^|\/)\.\.(\/|$)|\0/i.test(name) || isLink(entry))
    throw new IngestError('imports/zip-unsafe-path', { entry: name })
  if (entry.isEncrypted()) throw new IngestError('imports/zip-encrypted', { entry: name })
  if (archives.has(extname(name).toLowerCase())) throw new IngestError('imports/zip-nested', { entry: name })
}

const isLink = (entry: Entry) => ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000

interface Meter {
  bytes: number
  packedBytes: number
  entries: number
  limits: Limits
}

/** The sizes an archive declares may be lies: what really comes out is counted too, over all entries. */
async function inflate(zip: ZipFile, entry: Entry, target: string, meter: Meter): Promise<void> {
  let checksum = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      meter.bytes += chunk.length
      checksum = crc32(chunk, checksum)
      done(oversize(meter), chunk)
    },
  })
  try {
    await pipeline(await zip.openReadStreamPromise(entry), counter, createWriteStream(target))
  } catch (error) {
    // yauzl counts too: more bytes than declared is a lie about the size.
    if ((error as Error).message.startsWith('too many bytes')) throw bomb(meter)
    asCorrupt(error)
  }
  if (checksum !== entry.crc32) throw new IngestError('imports/corrupt', { detail: nameOf(entry) })
}

function oversize(meter: Meter): IngestError | null {
  const dense = meter.bytes > ratioMattersFrom && meter.bytes / meter.packedBytes > meter.limits.archive_ratio
  const many = meter.entries > meter.limits.archive_entries
  return meter.bytes > meter.limits.inflated_bytes || dense || many ? bomb(meter) : null
}

function bomb({ bytes, packedBytes, entries, limits }: Meter): IngestError {
  return new IngestError('imports/zip-bomb', {
    bytes,
    entries,
    ratio: Math.round(bytes / packedBytes),
    limit: limits.inflated_bytes,
  })
}

function asCorrupt(error: unknown): never {
  throw error instanceof IngestError ? error : new IngestError('imports/corrupt', { detail: (error as Error).message })
}
