import { rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { findKeys } from '../access/load-keys.ts'
import { parseKeys } from '../access/seal.ts'
import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import type { Database, Statements } from '../db/database.ts'
import { dumpTable } from '../db/dump-table.ts'
import { files, readSteps, refuseNewer } from '../db/migrate.ts'
import { listTables, plainText, type Table } from '../db/tables.ts'
import { digestLines } from './digest.ts'
import { format, headerName, keysName, manifestName, pageName, type Header, type Manifest } from './format.ts'
import { Refusal } from './refusal.ts'
import { sampleSealed } from './sealed.ts'
import { writeArchive, type ArchiveWriter } from './write-archive.ts'

export interface Made extends Manifest {
  /** Where sealed values stand that the keys of this installation do not open. */
  unopened: string[]
  /** The database has gone through every migration of this version. */
  is_current: boolean
}

/**
 * Writes everything this installation holds into one archive at `path`: every row in one snapshot, and the files of the local
 * store. The archive is local, so the snapshot waits for no network; a failure leaves no file.
 */
export async function makeBackup(
  parts: { db: Database; config: Config },
  path: string,
  wall: Date,
  with_keys: boolean,
): Promise<Made> {
  const keys = findKeys(parts.config)
  if (with_keys && !keys) throw new Refusal('there are no encryption keys here to put into the archive')
  const archive = writeArchive(path, wall)
  try {
    const { tables, store_keys, sealed, is_current } = await parts.db.transaction((statements) =>
      addRows(statements, archive, parts, wall),
    )
    const kept = await addFiles(archive, parts.config, store_keys)
    if (with_keys) await archive.add(keysName, keys!)
    const made: Manifest = { tables, ...kept, has_keys: with_keys }
    await archive.add(manifestName, JSON.stringify(made))
    await archive.end()
    return { ...made, is_current, unopened: sealed.unopened(keys ? parseKeys(keys) : null) }
  } catch (error) {
    await archive.abandon()
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(path, { force: true }).catch(() => undefined)
    throw error
  }
}

/** The audit row of a backup: written after it, so that it stands in the next one. */
export function noteBackup(ctx: Context, made: Made): Promise<void> {
  const rows = Object.values(made.tables).reduce((sum, table) => sum + table.rows, 0)
  return ctx.audit({
    action: 'backup.make',
    subject_kind: 'installation',
    detail: { rows, files: made.files.count, has_keys: made.has_keys },
  })
}

async function addRows(
  statements: Statements,
  archive: ArchiveWriter,
  { db, config }: { db: Database; config: Config },
  wall: Date,
) {
  // One moment for all tables. The embedded database has one session, which is ours until the end.
  await statements.script('set transaction isolation level repeatable read, read only; set local statement_timeout = 0')
  await statements.script(plainText)
  const steps = await readSteps(statements)
  if (!steps) throw new Refusal('there is nothing to back up: this is not a Dongtu database')
  refuseNewer(steps.keys())
  const tables = await listTables(statements)
  const about: Header = {
    format,
    made_at: wall.toISOString(),
    database: db.kind,
    district_code: config.DISTRICT_CODE,
    steps: Object.fromEntries(steps),
    tables,
  }
  await archive.add(headerName, JSON.stringify(about))
  const sealed = sampleSealed()
  const store_keys = new Set<string>()
  const digests: Manifest['tables'] = {}
  for (const table of tables) {
    const digest = digestLines()
    let page = 0
    for await (const lines of dumpTable(statements, table)) {
      digest.add(lines)
      sealed.add(table, lines)
      collectStoreKeys(store_keys, table, lines)
      await archive.add(pageName(table.name, ++page), `${lines.join('\n')}\n`)
    }
    digests[table.name] = digest.end()
  }
  return { tables: digests, store_keys, sealed, is_current: files('migrations').every(({ name }) => steps.has(name)) }
}

function collectStoreKeys(found: Set<string>, { columns }: Table, lines: readonly string[]): void {
  const at = columns.findIndex(({ name }) => name === 'store_key')
  if (at < 0) return
  for (const line of lines) {
    const key = (JSON.parse(line) as (string | null)[])[at]
    if (key) found.add(key)
  }
}

/** Files are kept before the rows that name them and never changed, so they are read after the snapshot. A bucket is backed up where it is. */
async function addFiles(archive: ArchiveWriter, config: Config, keys: ReadonlySet<string>) {
  const added: Manifest['files'] = { count: 0, bytes: 0, store: config.S3_ENDPOINT ? 'bucket' : 'folder' }
  const missing_files: string[] = []
  if (added.store === 'bucket') return { files: added, missing_files }
  for (const key of [...keys].sort()) {
    const path = join(resolve(config.DATA_DIR), 'files', key)
    const found = await stat(path).catch(() => null)
    if (!found) {
      missing_files.push(key)
      continue
    }
    await archive.addFile(`files/${key}`, path, found.size)
    added.count += 1
    added.bytes += found.size
  }
  return { files: added, missing_files }
}
