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
  return db.transaction(async (statements) => {
    await statements.script('select pg_advisory_xact_lock(510116, 1)')
    await statements.script(
      'create table if not exists schema_step (name text not null primary key, digest text not null, applied_at timestamptz not null)',
    )
    const known = new Map(
      (await statements.raw<{ name: string; digest: string }>('select name, digest from schema_step')).map((row) => [
        row.name,
        row.digest,
      ]),
    )
    refuseNewer(known)
    const steps = [...files('migrations'), ...files('functions'), ...files('views'), ...files('policies')]
    let applied = 0
    for (const step of steps) {
      const once = step.name.startsWith('migrations/')
      const before = known.get(step.name)
      if (once && before && before !== step.digest)
        throw new Error(`${step.name} was changed after it had been applied`)
      if (before === step.digest) continue
      onStep(step.name)
      await statements.script(step.text).catch((error: Error) => {
        throw Object.assign(new Error(`${step.name}: ${error.message}`), { cause: error })
      })
      await remember(statements, step, wallNow)
      applied++
    }
    return applied + (await loadReferenceData(statements, known, wallNow))
  })
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

function refuseNewer(known: ReadonlyMap<string, string>): void {
  const ours = new Set(files('migrations').map((step) => step.name))
  const foreign = [...known.keys()].filter((name) => name.startsWith('migrations/') && !ours.has(name)).sort()
  if (foreign.length > 0)
    throw new NewerDatabase(
      `this database was written by a newer version (it knows ${foreign.at(-1)}): install that version, or restore a backup`,
    )
}
