import { createHash } from 'node:crypto'
import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { keyOf, type FileStore } from '../../server/store/file-store.ts'
import { openStore } from '../../server/store/open.ts'
import { signV4 } from '../../server/store/sign-v4.ts'

const wall = () => new Date('2026-03-02T02:00:00Z')
const bytes = Buffer.from('现场照片')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const kept = { key: keyOf(510116, sha256), sha256, size_bytes: bytes.length, media_type: 'text/plain' }
const folder = () => mkdtemp(join(tmpdir(), 'dongtu-store-'))
const read = async (store: FileStore, key: string) => {
  const stream: Readable | null = await store.open(key)
  return stream && buffer(stream)
}

async function keepTwice(store: FileStore): Promise<void> {
  for (let time = 0; time < 2; time++) {
    const path = await store.incoming()
    await writeFile(path, bytes)
    await store.keep(path, kept)
  }
}

/** A server that keeps objects as S3 does and refuses what is not signed rightly. */
async function bucketServer(credentials: { access_key: string; secret_key: string; region: string }) {
  const objects = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const url = new URL(request.url!, `http://${request.headers.host}`)
      const payload_sha256 = String(request.headers['x-amz-content-sha256'])
      const names = /SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '')?.[1]?.split(';') ?? []
      const own = names.filter((name) => name !== 'host' && !name.startsWith('x-amz-'))
      const headers = Object.fromEntries(own.map((name) => [name, String(request.headers[name])]))
      const expected = signV4({ method: request.method!, url, headers, payload_sha256 }, credentials, wall())
      const isWhole = createHash('sha256').update(body).digest('hex') === payload_sha256
      if (request.headers.authorization !== expected.authorization || !isWhole) return response.writeHead(403).end()
      if (request.method === 'PUT') {
        objects.set(url.pathname, body)
        return response.writeHead(200).end()
      }
      const found = objects.get(url.pathname)
      return response.writeHead(found ? 200 : 404).end(found)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return { objects, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('a folder keeps a file once under its hash and gives it back; an unknown key is null', async () => {
  const data = await folder()
  const store = await openStore(readConfig({ DATA_DIR: data }), wall)
  await keepTwice(store)
  expect(await read(store, kept.key)).toEqual(bytes)
  expect(await readdir(join(data, 'files/510116', sha256.slice(0, 2)))).toEqual([sha256])
  expect(await readdir(join(data, 'files/incoming'))).toEqual([])
  expect(await store.open(keyOf(510116, '0'.repeat(64)))).toBe(null)
})

test('what a crash left half received is removed after a day, and not before', async () => {
  const data = await folder()
  await openStore(readConfig({ DATA_DIR: data }), wall)
  for (const [name, hours] of [
    ['old', 25],
    ['new', 2],
  ] as const) {
    const path = join(data, 'files/incoming', `${name}.part`)
    await writeFile(path, 'x')
    await utimes(path, wall(), new Date(wall().getTime() - hours * 3_600_000))
  }
  await openStore(readConfig({ DATA_DIR: data }), wall)
  expect(await readdir(join(data, 'files/incoming'))).toEqual(['new.part'])
})

test('a bucket keeps and gives back what is signed with its key, and refuses another key', async () => {
  const credentials = { access_key: 'key', secret_key: 'secret', region: 'cn-chengdu' }
  const { objects, endpoint } = await bucketServer(credentials)
  const settings = {
    DATA_DIR: await folder(),
    S3_ENDPOINT: endpoint,
    S3_BUCKET: 'dongtu',
    S3_ACCESS_KEY: 'key',
    S3_REGION: 'cn-chengdu',
  }
  const store = await openStore(readConfig({ ...settings, S3_SECRET_KEY: 'secret' }), wall)
  await keepTwice(store)
  expect([...objects.keys()]).toEqual([`/dongtu/${kept.key}`])
  expect(await read(store, kept.key)).toEqual(bytes)
  expect(await store.open(keyOf(510116, '0'.repeat(64)))).toBe(null)
  const thief = await openStore(readConfig({ ...settings, S3_SECRET_KEY: 'guess' }), wall)
  await expect(thief.open(kept.key)).rejects.toThrow('403')
  await expect(openStore(readConfig(settings), wall)).rejects.toThrow('setting S3_ENDPOINT')
})
