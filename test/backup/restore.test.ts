import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findKeys } from '../../server/access/load-keys.ts'
import { parseKeys } from '../../server/access/seal.ts'
import { createApp } from '../../server/app.ts'
import { verifyAllChains } from '../../server/audit/verify.ts'
import { checkArchive } from '../../server/backup/check.ts'
import { makeBackup } from '../../server/backup/make.ts'
import { restoreBackup, type Wish } from '../../server/backup/restore.ts'
import { readConfig, type Config } from '../../server/config.ts'
import type { Database } from '../../server/db/database.ts'
import { openDatabase } from '../../server/db/open.ts'
import { createRun } from '../../server/run.ts'
import { openStore } from '../../server/store/open.ts'
import { createDatabase, externalUrl, openTestDatabase } from '../database.ts'
import { buyer } from '../transfers/stage.ts'
import { cutInside, cutOff, damage, rewrite } from './archives.ts'
import { busy, newFolder, type Busy } from './busy.ts'

let db: Database
let b: Busy
let folder: string
let archive: string
/** What the restored places are compared with: rows and digest of every table as the backup saw them. */
let tables: Record<string, { rows: number; sha256: string }>
const wall = () => new Date('2026-03-03T02:00:00Z')
const careful: Wish = { may_replace: false, without_keys: false, accept_broken_chain: false }

beforeAll(async () => {
  db = await openTestDatabase(`backup_${process.pid}`)
  b = await busy(db)
  folder = await newFolder()
  archive = join(folder, 'all.tar.gz')
  tables = (await makeBackup(b.parts, archive, wall(), false)).tables
}, 240_000)
afterAll(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
  await rm(b.folder, { recursive: true, force: true })
})

const configOf = (DATA_DIR: string, DATABASE_URL?: string) =>
  readConfig({ DATA_DIR, DATABASE_URL, DISTRICT_CODE: String(b.district_code), LOG_LEVEL: 'silent' })
const keysOf = () => readFile(join(b.folder, 'encryption-keys'))

/** An empty place with the keys: a folder, or a new database beside the one under test. */
async function place(name: string, kind: 'embedded' | 'postgis'): Promise<Config> {
  const DATA_DIR = join(folder, name)
  const config = configOf(
    DATA_DIR,
    kind === 'postgis' ? await createDatabase(externalUrl!, `dongtu_${name}`) : undefined,
  )
  await mkdir(DATA_DIR, { recursive: true })
  await writeFile(join(DATA_DIR, 'encryption-keys'), await keysOf())
  return config
}

/** The restored place answers as the old one did, and every row is the same but for the audit row of the restore. */
async function expectTheSame(config: Config): Promise<void> {
  const restored = await openDatabase(config)
  try {
    const run = createRun({ db: restored, clock: b.clock })
    const keys = parseKeys(findKeys(config)!)
    const parts = { ...b.parts, config, db: restored, run, keys, store: await openStore(config, wall) }
    const again = join(folder, `${crypto.randomUUID()}.tar.gz`)
    const { audit, ...others } = (await makeBackup(parts, again, wall(), false)).tables
    const { audit: auditBefore, ...othersBefore } = tables
    expect(others).toEqual(othersBefore)
    expect(audit!.rows).toBe(auditBefore!.rows + 1)
    expect((await verifyAllChains(run)).map(({ intact }) => intact)).toEqual([true, true, true, true])

    const app = createApp(parts)
    const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
    const project = await app.request(`/api/projects/${b.dig.id}`, as(b.dig.token))
    expect(await project.json()).toMatchObject({ id: b.dig.id, stage: 'planned', documents: [{}] })
    const photo = await app.request(b.dig.photo, as(b.dig.token))
    expect((await photo.arrayBuffer()).byteLength).toBeGreaterThan(50)
    const tile = await app.request('/tiles/projects/14/12921/6729', as(b.dig.token))
    expect([tile.status, (await tile.arrayBuffer()).byteLength > 100]).toEqual([200, true])
    const parties = await app.request(`/api/transfers/${b.transfer_id}/parties`, {
      method: 'POST',
      headers: { ...as(b.registry.token).headers, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: '核对' }),
    })
    expect(await parties.json()).toMatchObject({
      parties: [{ side: 'buyer', name: buyer.name, id_no: buyer.id_no }, {}],
    })
  } finally {
    await restored.close()
  }
}

test('what was backed up is there again in an empty folder, row by row, with its files, keys and chains', async () => {
  const config = configOf(join(folder, 'again'))
  await expect(restoreBackup(config, archive, wall, careful)).rejects.toThrow(
    /keys here do not open.*transfer_party.name_sealed.*--without-keys/,
  )
  const withKeys = join(folder, 'with-keys.tar.gz')
  await makeBackup(b.parts, withKeys, wall(), true)
  expect(await restoreBackup(config, withKeys, wall, careful)).toMatchObject({
    migrations: [],
    unopened: [],
    keys_kept: true,
    manifest: { tables },
  })
  expect(await readFile(join(config.DATA_DIR, 'encryption-keys'))).toEqual(await keysOf())
  await expectTheSame(config)
  await expect(restoreBackup(config, archive, wall, careful)).rejects.toThrow(/holds a database already.*--replace/)
}, 240_000)

test.runIf(externalUrl)(
  'it moves into a PostgreSQL server, where it replaces only when told, and never under a running server',
  async () => {
    const config = await place(`server_${process.pid}`, 'postgis')
    const replace = { ...careful, may_replace: true }
    await restoreBackup(config, archive, wall, careful)
    await expect(restoreBackup(config, archive, wall, careful)).rejects.toThrow(/holds a database already.*--replace/)
    await restoreBackup(config, archive, wall, replace)
    await expectTheSame(config)
    const running = await openDatabase(config)
    const stop = await running.listen('outbox', () => undefined)
    await expect(restoreBackup(config, archive, wall, replace)).rejects.toThrow(/server is running/)
    await stop()
    await running.close()
  },
  240_000,
)

test.runIf(externalUrl)(
  'a backup of an older version is restored as it was and brought up to date',
  async () => {
    const older = join(folder, 'older.tar.gz')
    const gone = ['migrations/0015_documents.sql', 'migrations/0022_ending_papers.sql']
    await rewrite(archive, older, (name, text) => {
      if (name.startsWith('tables/issued_document/')) return null
      if (name !== 'header.json' && name !== 'manifest.json') return text
      const said = JSON.parse(text)
      if (said.steps) for (const step of gone) delete said.steps[step]
      if (said.steps) said.tables = said.tables.filter((table: { name: string }) => table.name !== 'issued_document')
      else delete said.tables.issued_document
      return JSON.stringify(said)
    })
    const config = await place(`older_${process.pid}`, 'postgis')
    expect(await restoreBackup(config, older, wall, careful)).toMatchObject({ migrations: gone })
  },
  240_000,
)

test.each([
  ['a damaged archive', damage, /damaged/],
  ['an archive that is cut off', cutOff, /cut off/],
  ['a whole file with half an archive in it', cutInside, /cut off/],
  ['something else', (_: string, to: string) => writeFile(to, 'no archive'), /damaged, or it is no backup/],
  [
    'a backup of another format',
    (from: string, to: string) =>
      rewrite(from, to, (name, text) => (name === 'header.json' ? text.replace('"format":1', '"format":9') : text)),
    /format 9, and this version reads format 1/,
  ],
  [
    'a backup of a newer version',
    (from: string, to: string) =>
      rewrite(from, to, (name, text) =>
        name === 'header.json' ? text.replace('"steps":{', '"steps":{"migrations/9999_later.sql":"x",') : text,
      ),
    /newer version.*9999_later/,
  ],
  [
    'a changed row',
    (from: string, to: string) =>
      rewrite(from, to, (name, text) => (name.startsWith('tables/works/') ? text.replace('"1"', '"2"') : text)),
    /rows of the table works are not those/,
  ],
  [
    'a missing page',
    (from: string, to: string) =>
      rewrite(from, to, (name, text) => (name === 'tables/site/000001.ndjson' ? null : text)),
    /table site has 0 rows/,
  ],
  [
    'another file under the same name',
    (from: string, to: string) => rewrite(from, to, (name, text) => (name.startsWith('files/') ? `${text}x` : text)),
    /is another one/,
  ],
])('%s is refused with a sentence, and nothing is changed', async (what, make, sentence) => {
  const bad = join(folder, 'bad.tar.gz')
  await make(archive, bad)
  const DATA_DIR = join(folder, `refused ${what}`)
  await expect(restoreBackup(configOf(DATA_DIR), bad, wall, careful)).rejects.toThrow(sentence)
  expect(existsSync(DATA_DIR)).toBe(false)
})

test('rows that do not fit together undo everything: no table, no file, no folder is left', async () => {
  const bad = join(folder, 'orphans.tar.gz')
  const nothing = createHash('sha256').digest('hex')
  await rewrite(archive, bad, (name, text) => {
    if (name.startsWith('tables/dig_project/')) return ''
    return name === 'manifest.json'
      ? text.replace(/("dig_project":)\{[^}]*\}/, `$1{"rows":0,"sha256":"${nothing}"}`)
      : text
  })
  const config = await place(`undone_${process.pid}`, externalUrl ? 'postgis' : 'embedded')
  await expect(restoreBackup(config, bad, wall, careful)).rejects.toThrow(/foreign key/)
  expect((await readdir(config.DATA_DIR)).filter((name) => name !== 'files')).toEqual(['encryption-keys'])
  expect(await readdir(join(config.DATA_DIR, 'files'))).toEqual(['incoming'])
  if (externalUrl) await restoreBackup(config, archive, wall, careful) // it is empty still
}, 240_000)

test('a backup never goes over a file, and a path that cannot be written leaves nothing', async () => {
  await expect(makeBackup(b.parts, archive, wall(), false)).rejects.toMatchObject({ code: 'EEXIST' })
  expect((await readFile(archive)).length).toBeGreaterThan(1000)
  const nowhere = join(archive, 'below-a-file.tar.gz')
  await expect(makeBackup(b.parts, nowhere, wall(), false)).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test('only the administrator of this installation gets a backup from the server, and the audit says so', async () => {
  for (const [member, status] of [
    [null, 401],
    [b.registry, 403],
    [await b.member('auditor'), 403],
  ] as const)
    expect((await b.as(member).post('/api/backups')).status).toBe(status)
  const answer = await b.as(await b.member('admin')).raw('/api/backups', { method: 'POST' })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/gzip'])
  const got = join(folder, 'got.tar.gz')
  await writeFile(got, new Uint8Array(await answer.arrayBuffer()))
  expect((await checkArchive(got)).keys).toBeNull()
  const noted = await b.look(({ tx }) =>
    tx.raw(`select actor_role, detail->>'files' as files from audit where action = 'backup.make'`),
  )
  expect(noted).toEqual([{ actor_role: 'admin', files: '1' }])
})

test('a chain that was broken before the backup is found by the restore, and by verify-audit where it breaks', async () => {
  await b.look(({ tx }) =>
    tx.raw(`update audit set action = 'changed' where district_code = $1 and seq = 2`, [b.district_code]),
  )
  const broken = { district_code: b.district_code, stream: 'audit', intact: false, broken_at: 2 }
  expect((await verifyAllChains(b.run)).filter(({ intact }) => !intact)).toMatchObject([broken])
  const tampered = join(folder, 'tampered.tar.gz')
  await makeBackup(b.parts, tampered, wall(), false)
  const config = await place(`tampered_${process.pid}`, externalUrl ? 'postgis' : 'embedded')
  await expect(restoreBackup(config, tampered, wall, careful)).rejects.toThrow(
    new RegExp(`audit chain of district ${b.district_code}.*breaks at entry 2`),
  )
  expect(existsSync(join(config.DATA_DIR, 'database'))).toBe(false)
}, 240_000)
