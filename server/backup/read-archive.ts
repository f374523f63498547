import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Refusal } from './refusal.ts'
import { readTar, type Entry } from './tar.ts'

/** The entries of an archive, in the order they were written. Damage of any kind is a Refusal with a sentence. */
export const readArchive = (path: string): AsyncGenerator<Entry> => readTar(unpacked(path))

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const read = pipeline(createReadStream(path), gunzip)
  read.catch(() => undefined) // told by the loop below
  try {
    yield* gunzip as AsyncIterable<Buffer>
  } catch (error) {
    throw sentence(path, error as NodeJS.ErrnoException)
  } finally {
    gunzip.destroy()
  }
}

/** A page of rows is small; a bigger one is not from us. */
const longest_text = 256 * 1024 * 1024

export async function textOf({ name, size, body }: Entry): Promise<string> {
  if (size > longest_text) throw new Refusal(`the archive is damaged: ${name} is too long`)
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

function sentence(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new Refusal(`there is no file ${path}`)
  if (error.code === 'Z_BUF_ERROR') return new Refusal('the archive is cut off: it ends in the middle')
  if (error.code?.startsWith('Z_')) return new Refusal(`the archive is damaged, or it is no backup (${error.message})`)
  return error
}
