import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { refuseNewer } from '../db/migrate.ts'
import type { Table } from '../db/tables.ts'
import { digestLines, type Digest } from './digest.ts'
import {
  anyHeader,
  filePattern,
  format,
  header,
  headerName,
  keysName,
  manifest,
  manifestName,
  pagePattern,
  type Header,
  type Manifest,
} from './format.ts'
import { readArchive, textOf } from './read-archive.ts'
import { Refusal } from './refusal.ts'
import { sampleSealed, type SealedSamples } from './sealed.ts'
import type { Entry } from './tar.ts'

export interface Checked {
  header: Header
  manifest: Manifest
  /** The encryption keys, where they were put in. */
  keys: string | null
  sealed: SealedSamples
}

/**
 * Reads an archive from end to end and compares every table and file with what its manifest and its name say, before anything
 * is written anywhere. Throws a Refusal that says what is wrong.
 */
export async function checkArchive(path: string): Promise<Checked> {
  let about: Header | null = null
  let said: Manifest | null = null
  let keys: string | null = null
  const sealed = sampleSealed()
  const digests = new Map<string, ReturnType<typeof digestLines>>()
  const files = { count: 0, bytes: 0 }
  for await (const entry of readArchive(path)) {
    if (!about) {
      about = readHeader(entry.name === headerName ? await textOf(entry) : '{}')
      for (const { name } of about.tables) digests.set(name, digestLines())
      continue
    }
    const table = pagePattern.exec(entry.name)?.[1]
    const file = filePattern.exec(entry.name)
    if (table) {
      const found = about.tables.find(({ name }) => name === table)
      if (!found) throw new Refusal(`the archive is damaged: it does not announce the table ${table}`)
      addPage(found, (await textOf(entry)).split('\n').slice(0, -1), digests, sealed)
    } else if (file) {
      await checkFile(entry, file[2]!)
      files.count += 1
      files.bytes += entry.size
    } else if (entry.name === keysName) keys = await textOf(entry)
    else if (entry.name === manifestName) said = parsed(manifest, await textOf(entry))
    else throw new Refusal(`the archive is damaged: ${entry.name} does not belong there`)
  }
  if (!about || !said) throw new Refusal('the archive is cut off: its manifest, which comes last, is missing')
  compare(said, digests, files)
  return { header: about, manifest: said, keys, sealed }
}

function readHeader(text: string): Header {
  const said = parsed(anyHeader, text)
  if (said.format === undefined) throw new Refusal('this is no Dongtu backup: it does not begin with its header')
  if (said.format !== format)
    throw new Refusal(
      `this backup has format ${said.format}, and this version reads format ${format}: restore it with the version that wrote it`,
    )
  const about = parsed(header, text)
  refuseNewer(Object.keys(about.steps))
  return about
}

function parsed<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new Refusal('the archive is damaged: its header or manifest does not read as one')
  }
}

function addPage(
  table: Table,
  lines: string[],
  digests: ReadonlyMap<string, ReturnType<typeof digestLines>>,
  sealed: SealedSamples,
): void {
  digests.get(table.name)!.add(lines)
  sealed.add(table, lines)
}

async function checkFile(entry: Entry, sha256: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const piece of entry.body) hash.update(piece)
  if (hash.digest('hex') !== sha256) throw new Refusal(`the archive is damaged: the file ${entry.name} is another one`)
}

function compare(
  said: Manifest,
  digests: ReadonlyMap<string, ReturnType<typeof digestLines>>,
  files: { count: number; bytes: number },
): void {
  for (const [name, digest] of digests) refuseOther(name, digest.end(), said.tables[name])
  if (files.count !== said.files.count || files.bytes !== said.files.bytes)
    throw new Refusal(`the archive is damaged: it has ${files.count} files, its manifest says ${said.files.count}`)
}

/** Throws a Refusal when a table is not what the manifest says. */
export function refuseOther(name: string, found: Digest, said: Digest | undefined): void {
  if (found.rows !== said?.rows)
    throw new Refusal(`the table ${name} has ${found.rows} rows, the manifest says ${said?.rows ?? 'nothing'}`)
  if (found.sha256 !== said.sha256) throw new Refusal(`the rows of the table ${name} are not those of the manifest`)
}
