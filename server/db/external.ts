import pg from 'pg'
import type { Database, Statements } from './database.ts'
import { parsers } from './parsers.ts'

const types = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    (format === 'text' && parsers[oid]) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/**
 * PostgreSQL >= 15 with PostGIS >= 3.3 through node-postgres, in text mode (its binary mode corrupts bytea).
 * Statements of at most `statementTimeoutMs`; statements are prepared by name unless a transaction pooler is between.
 */
export async function openExternal(options: {
  url: string
  poolSize: number
  statementTimeoutMs: number
  prepared: boolean
}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    types,
    statement_timeout: options.statementTimeoutMs,
    connectionTimeoutMillis: 10_000,
    application_name: 'dongtu',
  })
  pool.on('error', () => undefined) // an idle connection that breaks is replaced on the next use
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const known = names.get(text)
    if (known || names.size > 2000) return known
    names.set(text, `q${names.size}`)
    return names.get(text)
  }

  return {
    kind: 'postgis',
    async transaction(work) {
      const client = await pool.connect()
      const statements: Statements = {
        raw: async (text, values = []) =>
          (await client.query({ text, values, name: options.prepared && values.length > 0 ? nameOf(text) : undefined }))
            .rows,
        script: async (text) => void (await client.query(text)),
      }
      let broken: Error | undefined
      try {
        await client.query('begin')
        const result = await work(statements)
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure))
        throw error
      } finally {
        client.release(broken)
      }
    },
    listen: (channel, onNotify) => listen(options.url, channel, onNotify),
    close: () => pool.end(),
  }
}

/** A connection of its own that is opened again when it breaks; what was missed meanwhile is found by polling. */
async function listen(url: string, channel: string, onNotify: (payload: string) => void) {
  let stopped = false
  let client: pg.Client
  const open = async () => {
    client = new pg.Client({ connectionString: url, application_name: 'dongtu-listen' })
    client.on('notification', (notification) => onNotify(notification.payload ?? ''))
    client.on('error', () => {
      if (!stopped) setTimeout(() => void open().catch(() => undefined), 1000).unref()
    })
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
  }
  await open()
  return async () => {
    stopped = true
    await client.end()
  }
}
