import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib'
import { readTar, tarEnd, tarHeader, tarPadding } from '../../server/backup/tar.ts'

/** A copy of an archive in which `change` has had a look at every entry: other text, or null to leave it out. */
export async function rewrite(
  from: string,
  to: string,
  change: (name: string, text: string) => string | null,
): Promise<void> {
  const pieces: Buffer[] = []
  const at = new Date('2026-03-02T02:00:00Z')
  for await (const { name, body } of readTar(createReadStream(from).pipe(createGunzip()))) {
    const read: Buffer[] = []
    for await (const piece of body) read.push(piece)
    const before = Buffer.concat(read)
    const text = before.toString('latin1')
    const changed = change(name, text)
    if (changed === null) continue
    const bytes = changed === text ? before : Buffer.from(changed, 'latin1')
    pieces.push(tarHeader(name, bytes.length, at), bytes, tarPadding(bytes.length))
  }
  await writeFile(to, gzipSync(Buffer.concat([...pieces, tarEnd])))
}

/** The first half of an archive, as a full disk would leave it. */
export async function cutOff(from: string, to: string): Promise<void> {
  const bytes = await readFile(from)
  await writeFile(to, bytes.subarray(0, Math.floor(bytes.length / 2)))
}

/** A flipped bit in the middle of an archive. */
export async function damage(from: string, to: string): Promise<void> {
  const bytes = await readFile(from)
  bytes[Math.floor(bytes.length / 2)]! ^= 0x10
  await writeFile(to, bytes)
}

/** A tar that ends between two blocks, packed whole. */
export async function cutInside(from: string, to: string): Promise<void> {
  const tar = gunzipSync(await readFile(from))
  await writeFile(to, gzipSync(tar.subarray(0, 512 * Math.floor(tar.length / 1024))))
}
