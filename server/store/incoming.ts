import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const stale_ms = 24 * 3_600_000

/** A folder for uploads under way. What a crash left there more than a day ago is removed when the folder is opened. */
export async function openIncoming(folder: string, wall: Date): Promise<() => Promise<string>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && wall.getTime() - found.mtimeMs > stale_ms) await rm(path, { force: true })
  }
  return async () => join(folder, `${randomUUID()}.part`)
}
