import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '../server/db/database.ts'
import { openEmbedded } from '../server/db/embedded.ts'
import { openExternal } from '../server/db/external.ts'
import { files, migrate } from '../server/db/migrate.ts'
import { projectRoot } from '../server/db/root.ts'

/** The database under test: PGlite, or the cluster of TEST_DATABASE_URL (its maintenance database, as a superuser). */
export const externalUrl = process.env.TEST_DATABASE_URL

const folders = ['migrations', 'functions', 'views', 'policies']
const digest = () => {
  const steps = [
    ...folders.flatMap((f) => files(f)),
    ...['calendars', 'rules', 'dictionaries'].flatMap((f) => files(`data/${f}`, '.json')),
  ]
  return createHash('sha256')
    .update(steps.map((step) => step.name + step.digest).join())
    .digest('hex')
    .slice(0, 16)
}

/** Prepares a migrated template once per change of sql/: a dump for PGlite, a template database for PostGIS. */
export async function prepareTemplate(): Promise<void> {
  if (externalUrl) return prepareExternalTemplate(externalUrl)
  const file = templateFile()
  if (existsSync(file)) return
  mkdirSync(join(projectRoot, '.build'), { recursive: true })
  const db = await openEmbedded({})
  await migrate(db, new Date())
  writeFileSync(`${file}.part`, await db.dump())
  renameSync(`${file}.part`, file)
  await db.close()
}

/** A migrated, empty database of the caller's own. */
export async function openTestDatabase(name: string): Promise<Database> {
  if (!externalUrl) return openEmbedded({ template: new Uint8Array(readFileSync(templateFile())) })
  const database = `dongtu_test_${name}`
  await admin(externalUrl, [
    `drop database if exists ${database} with (force)`,
    `create database ${database} template ${templateName()}`,
  ])
  return openExternal({ url: urlOf(externalUrl, database), poolSize: 10, statementTimeoutMs: 60_000, prepared: true })
}

const templateFile = () => join(projectRoot, '.build', `test-template-${digest()}.tar`)
const templateName = () => `dongtu_template_${digest()}`

async function prepareExternalTemplate(url: string): Promise<void> {
  const name = templateName()
  const known = await admin(url, [`select 1 from pg_database where datname = '${name}'`])
  if (known.length > 0) return
  await admin(url, [`drop database if exists ${name}_part`, `create database ${name}_part`])
  const db = await openExternal({
    url: urlOf(url, `${name}_part`),
    poolSize: 1,
    statementTimeoutMs: 60_000,
    prepared: false,
  })
  await migrate(db, new Date())
  await db.close()
  await admin(url, [`alter database ${name}_part rename to ${name}`])
}

async function admin(url: string, statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** A new, bare database in the cluster; its address. */
export async function createDatabase(url: string, database: string): Promise<string> {
  await admin(url, [`drop database if exists ${database} with (force)`, `create database ${database}`])
  return urlOf(url, database)
}

export function urlOf(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}
