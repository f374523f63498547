import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { openExternal } from './external.ts'
import { FolderInUse, lockFolder } from './lock.ts'

export class NoDatabase extends Error {}

/** The database of the configuration: PostgreSQL by DATABASE_URL, else the embedded one in DATA_DIR, locked for this process. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.DATABASE_URL) return openServer(config, config.DATABASE_URL)
  const unlock = await lockPatiently(resolve(config.DATA_DIR))
  try {
    const db = await openEmbedded({ folder: embeddedFolder(config) })
    return { ...db, close: () => db.close().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The same, for commands that must not make a new one: throws NoDatabase where there is none. */
export async function openExisting(config: Config): Promise<Database> {
  if (!config.DATABASE_URL && !existsSync(embeddedFolder(config)))
    throw new NoDatabase(`there is no database in ${resolve(config.DATA_DIR)}: set DATA_DIR or DATABASE_URL`)
  return openDatabase(config)
}

export const embeddedFolder = (config: Config): string => join(resolve(config.DATA_DIR), 'database')

export function openServer(config: Config, url: string): Promise<Database> {
  return openExternal({
    url,
    poolSize: config.DATABASE_POOL,
    statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
    prepared: config.DATABASE_PREPARED === 'on',
  })
}

// A process that was just killed takes a moment to be gone.
const patience_ms = 3000

/** Locks a data folder, waiting a moment for its former holder to be gone. Throws FolderInUse. */
export async function lockPatiently(folder: string): Promise<() => void> {
  for (let waited = 0; ; waited += 250) {
    try {
      return lockFolder(folder)
    } catch (error) {
      if (!(error instanceof FolderInUse) || waited >= patience_ms) throw error
      await wait(250)
    }
  }
}
