import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { FileStore } from './file-store.ts'
import { openIncoming } from './incoming.ts'

const keyPattern = /^\d{6}\/[0-9a-f]{2}\/[0-9a-f]{64}$/

/** Files in a folder of this machine. A file is synced before it gets its name, so that a name never stands for half a file. */
export async function openFolderStore(folder: string, wall: Date): Promise<FileStore> {
  const incoming = await openIncoming(join(folder, 'incoming'), wall)
  return {
    incoming,
    async keep(path, { key }) {
      const target = pathOf(folder, key)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      const file = await open(path, 'r+')
      await file.sync().finally(() => file.close())
      await rename(path, target)
    },
    async open(key): Promise<Readable | null> {
      const file = await open(pathOf(folder, key), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return file?.createReadStream() ?? null
    },
  }
}

function pathOf(folder: string, key: string): string {
  if (!keyPattern.test(key)) throw new Error('not a key of the store')
  return join(folder, key)
}
