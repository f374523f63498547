import { open, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'

const headBytes = 65_536

/** A file to be read: a real path, the name people know it by, and its first 64 KB. */
export interface Source {
  path: string
  name: string
  /** Lower case, with the dot: '.geojson'. */
  extension: string
  bytes: number
  head: Buffer
}

export async function sourceOf(path: string, name = basename(path)): Promise<Source> {
  const { size } = await stat(path)
  const file = await open(path)
  try {
    const head = Buffer.alloc(Math.min(headBytes, size))
    await file.read(head, 0, head.length, 0)
    return { path, name, extension: extname(name).toLowerCase(), bytes: size, head }
  } finally {
    await file.close()
  }
}

/** `folder/道路.shp` → `folder/道路`. */
export const layerName = (name: string): string => name.replace(/\.[^./]+$/, '')
