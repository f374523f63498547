import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A folder for one test file, gone after it. `left()` are the temporary folders that readings forgot in it. */
export function scratchFolder() {
  const folder = {
    path: '',
    write: async (name: string, content: string | Buffer) => place(folder.path, name, content),
    left: () => readdir(join(folder.path)),
  }
  beforeAll(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'ingest-test-'))
  })
  afterAll(() => rm(folder.path, { recursive: true, force: true }))
  return folder
}

async function place(folder: string, name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
