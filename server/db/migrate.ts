import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Statements } from './database.ts'
import { loadReferenceData } from './reference-data.ts'
import { projectRoot } from './root.ts'

export class NewerDatabase extends Error {}

/**
 * Brings the schema to this version in one transaction: numbered migrations once, then functions, views, policies and
 * reference data again whenever their text changed. Two starters may race. Refuses a database from a newer version.
 */
export async function migrate(
  db: Database,
  wallNow: Date,
  onStep: (name: string) => void = () => undefined,
): Promise<number> {
  return db.transaction((statements) => bringUpToDate(statements, wallNow, onStep))
}

/** The same inside the caller's transaction. */
export async function bringUpToDate(
  statements: Statements,
  wallNow: Date,
  onStep: (name: string) => void = () => undefined,
): Promise<number> {
  const known = await prepareSteps(statements)
  refuseNewer(known.keys())
  const steps = [...files('migrations'), ...files('functions'), ...files('views'), ...files('policies')]
  let applied = 0
  for (const step of steps) {
    const before = known.get(step.name)
    if (step.name.startsWith('migrations/') && before) refuseChanged(step, before)
    if (before === step.digest) continue
    onStep(step.name)
    await apply(statements, step, wallNow)
    applied++
  }
  return applied + (await loadReferenceData(statements, known, wallNow))
}

/**
 * Makes the bare tables as they were when `known` steps had been applied, for rows of that time: its migrations, and a note
 * of the reference data that comes with the rows. Functions, views and policies follow with bringUpToDate.
 */
export async function createAsOf(
  statements: Statements,
  known: ReadonlyMap<string, string>,
  wallNow: Date,
): Promise<void> {
  refuseNewer(known.keys())
  await prepareSteps(statements)
  for (const step of files('migrations')) {
    const before = known.get(step.name)
    if (!before) continue
    refuseChanged(step, before)
    await apply(statements, step, wallNow)
  }
  for (const [name, digest] of known)
    if (name.startsWith('data/')) await remember(statements, { name, digest, text: '' }, wallNow)
}

/** The steps a database has gone through (name → digest); null where there is no Dongtu database. */
export async function readSteps(statements: Statements): Promise<Map<string, string> | null> {
  const [table] = await statements.raw<{ is_there: boolean }>(
    `select to_regclass('public.schema_step') is not null as is_there`,
  )
  if (!table!.is_there) return null
  const rows = await statements.raw<{ name: string; digest: string }>('select name, digest from schema_step')
  return new Map(rows.map(({ name, digest }) => [name, digest]))
}

async function prepareSteps(statements: Statements): Promise<Map<string, string>> {
  await statements.script('select pg_advisory_xact_lock(510116, 1)')
  await statements.script(
    'create table if not exists schema_step (name text not null primary key, digest text not null, applied_at timestamptz not null)',
  )
  return (await readSteps(statements))!
}

async function apply(statements: Statements, step: Step, wallNow: Date): Promise<void> {
  await statements.script(step.text).catch((error: Error) => {
    throw Object.assign(new Error(`${step.name}: ${error.message}`), { cause: error })
  })
  await remember(statements, step, wallNow)
}

function refuseChanged(step: Step, before: string): void {
  if (before !== step.digest) throw new Error(`${step.name} was changed after it had been applied`)
}

export interface Step {
  name: string
  digest: string
  text: string
}

export async function remember(statements: Statements, step: Step, wallNow: Date): Promise<void> {
  await statements.raw(
    'insert into schema_step (name, digest, applied_at) values ($1, $2, $3) on conflict (name) do update set digest = excluded.digest, applied_at = excluded.applied_at',
    [step.name, step.digest, wallNow.toISOString()],
  )
}

export function files(folder: string, ending = '.sql'): Step[] {
  return readdirSync(join(projectRoot, 'sql', folder))
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => {
      const text = readFileSync(join(projectRoot, 'sql', folder, file), 'utf8')
      return { name: `${folder}/${file}`, digest: createHash('sha256').update(text).digest('hex'), text }
    })
}

/** Throws NewerDatabase when a step is not one of ours. */
export function refuseNewer(names: Iterable<string>): void {
  const ours = new Set(files('migrations').map((step) => step.name))
  const foreign = [...names].filter((name) => name.startsWith('migrations/') && !ours.has(name)).sort()
  if (foreign.length > 0)
    throw new NewerDatabase(
      `this database was written by a newer version (it knows ${foreign.at(-1)}): install that version, or restore a backup`,
    )
}
