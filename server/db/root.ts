import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout (the one with package.json and sql/), from source and from .build alike. */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)))

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'sql'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json and sql/ not found above the server')
  return findRoot(parent)
}
