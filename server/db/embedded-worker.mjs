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

/** Statements by their text: null when asked once, then as prepared. */
const asked = new Map()
let prepared = 0
/** Nothing is written to the folder before the commit. */
const unsynced = { syncToFs: false }

const held = new Map() // transaction id → release

const operations = {
  async begin({ tx }) {
    held.set(tx, await turn())
    await db.execProtocol(protocol.serialize.query('begin'), unsynced)
  },
  query: ({ text, values }) => run(text, values),
  async script({ text }) {
    await db.execProtocol(protocol.serialize.query(text), unsynced)
    if (!/^\s*set local /i.test(text)) await forget()
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

/**
 * Runs one statement. What is asked a second time is prepared, as node-postgres does by name on a server: it is then parsed and described
 * once, and asked in one call instead of six.
 */
async function run(text, values) {
  if (!asked.has(text)) {
    if (asked.size < 2000) asked.set(text, null)
    return (await db.query(text, values, options)).rows
  }
  const { name, params, fields } = asked.get(text) ?? (await prepare(text))
  const { serialize } = protocol
  const parts = [
    serialize.bind({ statement: name, values: values.map((value, at) => written(value, params[at])) }),
    serialize.execute({}),
    serialize.sync(),
  ]
  const { messages } = await db.execProtocol(Buffer.concat(parts), unsynced)
  return messages
    .filter((message) => message.name === 'dataRow')
    .map((message) => Object.fromEntries(message.fields.map((value, at) => [fields[at].name, fields[at].read(value)])))
}

async function prepare(text) {
  const name = `q${++prepared}`
  const { params, fields } = await describe(text, name)
  const read = (type) => {
    const parse = options.parsers[type] ?? db.parsers[type]
    return parse ? (value) => (value === null ? null : parse(value, type)) : (value) => value
  }
  const statement = { name, params, fields: fields.map((field) => ({ name: field.name, read: read(field.type) })) }
  asked.set(text, statement)
  return statement
}

function written(value, type) {
  if (value === null || value === undefined) return null
  return db.serializers[type]?.(value) ?? value.toString()
}

/** After a change of the tables nothing that was prepared before holds. */
async function forget() {
  asked.clear()
  await db.execProtocol(protocol.serialize.query('deallocate all'), unsynced)
}

/** Parse + Describe without running: parameter types and, per column, type and origin (table, column number). */
async function describe(text, name = '') {
  const { serialize } = protocol
  const parts = [serialize.parse({ text, name }), serialize.describe({ type: 'S', name }), serialize.sync()]
  const { messages } = await db.execProtocol(Buffer.concat(parts), unsynced)
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
