import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'

export interface ArchiveWriter {
  add(name: string, content: string): Promise<void>
  addFile(name: string, path: string, size: number): Promise<void>
  /** Resolves when the last byte is on the disk. */
  end(): Promise<void>
  /** Gives up: closes the file as it is. */
  abandon(): Promise<void>
}

/** Writes a new gzipped tar at `path`, for its owner's eyes only. A file that is there already is left alone (EEXIST). */
export function writeArchive(path: string, at: Date): ArchiveWriter {
  const gzip = createGzip()
  const written = pipeline(gzip, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  written.catch(() => undefined) // told by the next write, or by end()
  const put = async (bytes: Buffer) => {
    if (gzip.destroyed) await written
    if (bytes.length > 0 && !gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written])
  }
  return {
    async add(name, content) {
      const bytes = Buffer.from(content)
      await put(tarHeader(name, bytes.length, at))
      await put(bytes)
      await put(tarPadding(bytes.length))
    },
    async addFile(name, source, size) {
      await put(tarHeader(name, size, at))
      for await (const piece of createReadStream(source, { end: Math.max(size - 1, 0) })) await put(piece as Buffer)
      await put(tarPadding(size))
    },
    async end() {
      await put(tarEnd)
      gzip.end()
      await written
    },
    async abandon() {
      gzip.destroy()
      await written.catch(() => undefined)
    },
  }
}
