import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { openExternal } from './external.ts'
import { FolderInUse, lockFolder } from './lock.ts'

/** The database of the configuration: PostgreSQL by DATABASE_URL, else the embedded one in DATA_DIR, locked for this process. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.DATABASE_URL)
    return openExternal({
      url: config.DATABASE_URL,
      poolSize: config.DATABASE_POOL,
      statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
      prepared: config.DATABASE_PREPARED === 'on',
    })
  const unlock = await lockPatiently(resolve(config.DATA_DIR))
  try {
    const db = await openEmbedded({ folder: join(resolve(config.DATA_DIR), 'database') })
    return { ...db, close: () => db.close().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

// A process that was just killed takes a moment to be gone.
const patience_ms = 3000

async function lockPatiently(folder: string): Promise<() => void> {
  for (let waited = 0; ; waited += 250) {
    try {
      return lockFolder(folder)
    } catch (error) {
      if (!(error instanceof FolderInUse) || waited >= patience_ms) throw error
      await wait(250)
    }
  }
}
