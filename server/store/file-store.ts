import type { Readable } from 'node:stream'

/** What is kept: where, and what it must turn out to be. `key` is made by us (`510116/ab/<sha256>`), never by a sender. */
export interface Kept {
  key: string
  sha256: string
  size_bytes: number
  media_type: string
}

/** Where the bytes of files live: DATA_DIR, or a bucket that speaks S3. The same bytes have the same key, so keeping twice is keeping once. */
export interface FileStore {
  /** A free path on this machine to collect an upload in; whoever asked removes it. */
  incoming(): Promise<string>
  /** Keeps the file at `path`, durably, before it returns. May move it. */
  keep(path: string, file: Kept): Promise<void>
  /** The bytes, or null when there is no such file. */
  open(key: string): Promise<Readable | null>
}

/** The bytes are the key, below the district that keeps them: a district can be moved or left out of a backup as a folder. */
export const keyOf = (district_code: number, sha256: string): string =>
  `${district_code}/${sha256.slice(0, 2)}/${sha256}`
