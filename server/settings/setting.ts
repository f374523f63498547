import { systemActor } from '../access/actor.ts'
import type { Json } from '../db/queries.gen.ts'
import type { Run } from '../run.ts'

const nowhere = systemActor(100_000)

/** A fact about this installation (DEMO remembered, the clock's offset), or null. */
export async function readSetting(run: Run, key: string): Promise<Json | null> {
  return (await run(nowhere, ({ tx }) => tx.one('settings/find_setting', { key })))?.value ?? null
}

export function storeSetting(run: Run, key: string, value: unknown): Promise<void> {
  return run(nowhere, ({ tx, wall }) =>
    tx.run('settings/store_setting', { key, value: JSON.stringify(value), wall: wall.toISOString() }),
  )
}
