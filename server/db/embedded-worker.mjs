// Hosts PGlite + PostGIS in a worker thread, so that a long query never stops the server's event loop.
// Plain JavaScript: it starts the same way from source and from the build.
// One session: a queue gives it to one transaction at a time (two at once would share settings and roles).
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, protocol } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis } from '@electric-sql/pglite-postgis'

const timestamp = (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
const options = {
  parsers: { 20: Number, 1700: Number, 1082: (text) => text, 1184: timestamp },
}

const db = await PGlite.create({
  dataDir: workerData.folder,
  extensions: { postgis, btree_gist, pg_trgm },
  loadDataDir: workerData.template ? new Blob([workerData.template]) : undefined,
})

let tail = Promise.resolve()
/** Waits for its turn, then holds the session until the returned release is called. */
function turn() {
  let release
  const before = tail
  tail = new Promise((resolve) => (release = resolve))
  return before.then(() => release)
}

const held = new Map() // transaction id → release

const operations = {
  async begin({ tx }) {
    held.set(tx, await turn())
    await db.query('begin')
  },
  async query({ text, values }) {
    return (await db.query(text, values, options)).rows
  },
  async script({ text }) {
    await db.exec(text)
  },
  async end({ tx, commit }) {
    try {
      await db.query(commit ? 'commit' : 'rollback')
    } finally {
      held.get(tx)?.()
      held.delete(tx)
    }
  },
  async describe({ text }) {
    const release = await turn()
    try {
      return await describe(text)
    } finally {
      release()
    }
  },
  // on its turn: a LISTEN inside somebody's transaction would be undone by their rollback
  async listen({ channel }) {
    const release = await turn()
    try {
      await db.listen(channel, (payload) => parentPort.postMessage({ channel, payload }))
    } finally {
      release()
    }
  },
  async dump() {
    const release = await turn()
    try {
      return new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer())
    } finally {
      release()
    }
  },
  async close() {
    const release = await turn()
    await db.close()
    release()
  },
}

/** Parse + Describe without running: parameter types and, per column, type and origin (table, column number). */
async function describe(text) {
  const { serialize } = protocol
  const messages = []
  for (const part of [serialize.parse({ text }), serialize.describe({ type: 'S' }), serialize.sync()])
    messages.push(...(await db.execProtocol(part, { throwOnError: true })).messages)
  const params = messages.find((m) => m.name === 'parameterDescription')?.dataTypeIDs ?? []
  const fields = messages.find((m) => m.name === 'rowDescription')?.fields ?? []
  return {
    params,
    fields: fields.map((f) => ({ name: f.name, type: f.dataTypeID, table: f.tableID, column: f.columnID })),
  }
}

parentPort.on('message', async ({ id, operation, ...input }) => {
  try {
    parentPort.postMessage({ id, result: await operations[operation](input) })
  } catch (error) {
    const { message, code, detail, hint, position, where } = error
    parentPort.postMessage({ id, error: { message, code, detail, hint, position, where } })
  }
})
parentPort.postMessage({ ready: true })
