import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Database, Statements } from './database.ts'
import { projectRoot } from './root.ts'

type Reply = {
  id?: number
  result?: unknown
  error?: { message: string }
  channel?: string
  payload?: string
  ready?: true
}

export interface EmbeddedDatabase extends Database {
  /** The whole data folder as a tar, for tests' templates and backups. */
  dump(): Promise<Uint8Array>
  describe(text: string): Promise<Description>
}
export interface Description {
  params: number[]
  fields: { name: string; type: number; table: number; column: number }[]
}

/** PGlite + PostGIS in a worker thread. `folder` undefined keeps it in memory; `template` is a dump to start from. */
export async function openEmbedded(options: { folder?: string; template?: Uint8Array }): Promise<EmbeddedDatabase> {
  const worker = new Worker(join(projectRoot, 'server/db/embedded-worker.mjs'), { workerData: options })
  const bridge = await connect(worker)
  let transactions = 0

  return {
    kind: 'embedded',
    async transaction(work) {
      const tx = ++transactions
      const statements: Statements = {
        raw: (text, values = []) => bridge.call('query', { text, values }),
        script: (text) => bridge.call('script', { text }),
      }
      await bridge.call('begin', { tx })
      let result
      try {
        result = await work(statements)
      } catch (error) {
        await bridge.call('end', { tx, commit: false })
        throw error
      }
      await bridge.call('end', { tx, commit: true })
      return result
    },
    async listen(channel, onNotify) {
      const stop = bridge.onNotify(channel, onNotify)
      await bridge.call('listen', { channel })
      return async () => stop()
    },
    describe: (text) => bridge.call('describe', { text }),
    dump: () => bridge.call('dump', {}),
    async close() {
      await bridge.call('close', {})
      await worker.terminate()
    },
  }
}

async function connect(worker: Worker) {
  let calls = 0
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  const listeners = new Map<string, Set<(payload: string) => void>>()
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: Reply) => {
      if (reply.ready) return resolve()
      if (reply.channel !== undefined) {
        for (const onNotify of listeners.get(reply.channel) ?? []) onNotify(reply.payload ?? '')
        return
      }
      const call = waiting.get(reply.id!)
      waiting.delete(reply.id!)
      if (reply.error) call?.reject(Object.assign(new Error(reply.error.message), reply.error))
      else call?.resolve(reply.result as never)
    })
    worker.once('error', (error) => (failAll(error), reject(error)))
    worker.once('exit', () => failAll(new Error('the embedded database has stopped')))
  })
  return {
    call<T>(operation: string, input: object): Promise<T> {
      const id = ++calls
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, operation, ...input })
      })
    },
    onNotify(channel: string, onNotify: (payload: string) => void) {
      const set = listeners.get(channel) ?? new Set()
      listeners.set(channel, set.add(onNotify))
      return () => void set.delete(onNotify)
    },
  }
}
