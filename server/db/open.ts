import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { openExternal } from './external.ts'
import { lockFolder } from './lock.ts'

/** The database of the configuration: PostgreSQL by DATABASE_URL, else the embedded one in DATA_DIR, locked for this process. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.DATABASE_URL)
    return openExternal({
      url: config.DATABASE_URL,
      poolSize: config.DATABASE_POOL,
      statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
      prepared: config.DATABASE_PREPARED === 'on',
    })
  const unlock = lockFolder(resolve(config.DATA_DIR))
  try {
    const db = await openEmbedded({ folder: join(resolve(config.DATA_DIR), 'database') })
    return { ...db, close: () => db.close().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}
