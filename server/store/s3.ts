import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FileStore } from './file-store.ts'
import { signV4, type Credentials } from './sign-v4.ts'

export interface Bucket extends Credentials {
  /** Address of the service; the bucket is a path below it, which every S3-compatible server understands. */
  endpoint: string
  bucket: string
}

const emptySha256 = createHash('sha256').digest('hex')

/** Files in a bucket. Uploads are collected on this machine first, because their hash is their name. */
export function openBucketStore(bucket: Bucket, incoming: () => Promise<string>, wall: () => Date): FileStore {
  const urlOf = (key: string) => new URL(`${bucket.endpoint.replace(/\/$/, '')}/${bucket.bucket}/${key}`)
  return {
    incoming,
    async keep(path, { key, sha256, size_bytes, media_type }) {
      const url = urlOf(key)
      const headers = { 'content-type': media_type, 'content-length': String(size_bytes) }
      const signed = signV4({ method: 'PUT', url, headers, payload_sha256: sha256 }, bucket, wall())
      const { host: _set, ...sent } = signed
      const answer = await fetch(url, {
        method: 'PUT',
        headers: sent,
        body: Readable.toWeb(createReadStream(path)) as NonNullable<RequestInit['body']>,
        duplex: 'half',
        redirect: 'error',
      } as RequestInit)
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the file store answered ${answer.status} to a new file`)
    },
    async open(key) {
      const url = urlOf(key)
      const signed = signV4({ method: 'GET', url, headers: {}, payload_sha256: emptySha256 }, bucket, wall())
      const { host: _set, ...sent } = signed
      const answer = await fetch(url, { headers: sent, redirect: 'error' })
      if (answer.ok && answer.body) return Readable.fromWeb(answer.body as ReadableStream)
      await answer.body?.cancel()
      if (answer.status === 404) return null
      throw new Error(`the file store answered ${answer.status} to a read`)
    },
  }
}
