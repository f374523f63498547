import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from '../../server/db/root.ts'

/** Files below a folder of the checkout whose name ends so, as paths from its root. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)))
    .sort()
}
export const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8')
export { projectRoot }
