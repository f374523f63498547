import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { systemActor } from '../access/actor.ts'
import { findKeys, keepKeys } from '../access/load-keys.ts'
import { parseKeys } from '../access/seal.ts'
import { verifyAllChains, type Verdict } from '../audit/verify.ts'
import type { Config } from '../config.ts'
import type { Database, Statements } from '../db/database.ts'
import { dumpTable, loadLines } from '../db/dump-table.ts'
import { bringUpToDate, createAsOf } from '../db/migrate.ts'
import { listTables, plainText, type Table } from '../db/tables.ts'
import { openTarget } from '../db/target.ts'
import { createRun } from '../run.ts'
import type { FileStore, Kept } from '../store/file-store.ts'
import { openStore } from '../store/open.ts'
import { checkArchive, refuseOther, type Checked } from './check.ts'
import { digestLines } from './digest.ts'
import { filePattern, pagePattern, type Manifest } from './format.ts'
import { readArchive, textOf } from './read-archive.ts'
import { Refusal } from './refusal.ts'
import type { Entry } from './tar.ts'

export interface Wish {
  may_replace: boolean
  /** Restore although the keys here do not open what is sealed. */
  without_keys: boolean
  accept_broken_chain: boolean
}
export interface Restored {
  manifest: Manifest
  made_at: string
  /** Migrations that came after the archive was written. */
  migrations: string[]
  chains: (Verdict & { district_code: number })[]
  keys_kept: boolean
  unopened: string[]
}

/**
 * Makes the database of the configuration what the archive says, in one transaction, or changes nothing: the archive is read
 * to its end first; then the schema of its day, its rows, the proof that they are the same, the migrations since, the audit
 * chains. Throws a Refusal, NotEmpty or NewerDatabase with a sentence.
 */
export async function restoreBackup(
  config: Config,
  path: string,
  wall: () => Date,
  wish: Wish,
  say: (text: string) => void = () => undefined,
): Promise<Restored> {
  say('reading the archive …')
  const checked = await checkArchive(path)
  const { keys, unopened } = chooseKeys(config, checked, wish.without_keys)
  const files = await stageFiles(config, checked, wall)
  const target = await openTarget(config, wish.may_replace)
  let proved
  try {
    proved = await target.db.transaction(async (statements) => {
      await target.clear(statements)
      say('loading …')
      const tables = await createTables(statements, checked, wall())
      await load(statements, path, tables, files)
      say('comparing …')
      await compareRows(statements, tables, checked.manifest)
      const migrations: string[] = []
      await bringUpToDate(statements, wall(), (step) => step.startsWith('migrations/') && migrations.push(step))
      await statements.script('analyze; set local row_security = on')
      const chains = await proveChains(statements, target.db, checked, wall, wish.accept_broken_chain)
      await files.keep()
      return { migrations, chains }
    })
  } catch (error) {
    await files.abandon()
    await target.abandon()
    throw error
  }
  await target.settle()
  if (keys) keepKeys(config, keys)
  const { manifest, header } = checked
  return { manifest, made_at: header.made_at, ...proved, keys_kept: keys !== null, unopened }
}

/** The keys of the archive where there are none here yet; in any case such as open what it holds. */
function chooseKeys(config: Config, { keys, sealed }: Checked, without_keys: boolean) {
  const present = findKeys(config)
  const used = present ?? keys
  const unopened = sealed.unopened(used ? parseKeys(used) : null)
  if (unopened.length > 0 && !without_keys)
    throw new Refusal(
      `the encryption keys here do not open this backup (${unopened.join(', ')}): set ENCRYPTION_KEYS, or copy the file encryption-keys of the old DATA_DIR into ${config.DATA_DIR}; or give --without-keys and do without what is sealed`,
    )
  return { keys: present ? null : keys, unopened }
}

async function createTables(statements: Statements, { header }: Checked, wall: Date): Promise<Table[]> {
  await createAsOf(statements, new Map(Object.entries(header.steps)), wall)
  const tables = await listTables(statements)
  if (JSON.stringify(tables) !== JSON.stringify(header.tables))
    throw new Refusal('the tables of this backup are not those that its schema steps make: it cannot be restored here')
  return tables
}

async function load(statements: Statements, path: string, tables: Table[], files: Staged): Promise<void> {
  await statements.script(plainText)
  for await (const entry of readArchive(path)) {
    const name = pagePattern.exec(entry.name)?.[1]
    const table = tables.find((one) => one.name === name)
    if (table) await loadLines(statements, table, (await textOf(entry)).split('\n').slice(0, -1))
    else if (filePattern.test(entry.name)) await files.add(entry)
  }
}

/** The proof: what stands in the tables now is read again and hashed as it was when it left. */
async function compareRows(statements: Statements, tables: Table[], manifest: Manifest): Promise<void> {
  for (const table of tables) {
    const digest = digestLines()
    for await (const lines of dumpTable(statements, table)) digest.add(lines)
    refuseOther(table.name, digest.end(), manifest.tables[table.name])
  }
}

async function proveChains(
  statements: Statements,
  db: Database,
  { header, manifest }: Checked,
  wall: () => Date,
  accept_broken_chain: boolean,
) {
  const run = createRun({ db: { ...db, transaction: (work) => work(statements) }, clock: { now: wall, wall } })
  const chains = await verifyAllChains(run)
  const broken = chains.find(({ intact }) => !intact)
  if (broken && !accept_broken_chain)
    throw new Refusal(
      `the ${broken.stream} chain of district ${broken.district_code} in this backup breaks at entry ${broken.broken_at}: somebody changed it before the backup was made; give --accept-broken-chain to restore it as it is`,
    )
  const detail = { made_at: header.made_at, from: header.database, files: manifest.files.count }
  await run(systemActor(header.district_code), (ctx) =>
    ctx.audit({ action: 'backup.restore', subject_kind: 'installation', detail }),
  )
  return chains
}

interface Staged {
  add(entry: Entry): Promise<void>
  keep(): Promise<void>
  abandon(): Promise<void>
}

/** Files wait beside the store until every row is proved. One that stays after a failed commit is named by no row, and harmless. */
async function stageFiles(config: Config, { manifest }: Checked, wall: () => Date): Promise<Staged> {
  const store: FileStore | null = manifest.files.count > 0 ? await openStore(config, wall) : null
  const staged: { path: string; file: Kept }[] = []
  const removeAll = async () => {
    for (const { path } of staged) await rm(path, { force: true })
  }
  return {
    async add({ name, size, body }) {
      const [, key, sha256] = filePattern.exec(name)!
      const path = await store!.incoming()
      staged.push({
        path,
        file: { key: key!, sha256: sha256!, size_bytes: size, media_type: 'application/octet-stream' },
      })
      await pipeline(body, createWriteStream(path, { mode: 0o600 }))
    },
    async keep() {
      for (const { path, file } of staged) await store!.keep(path, file)
      await removeAll()
    },
    abandon: removeAll,
  }
}
