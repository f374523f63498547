import type { Worker } from 'node:worker_threads'
import { IngestError } from './failure.ts'
import type { Gdal } from './gdal.ts'

interface Reply {
  id?: number
  ready?: true
  result?: unknown
  error?: { code?: unknown; message: string; memory: boolean }
}
interface Waiting {
  resolve(value: never): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

/** Native GDAL reads tens of MB a second, this build some: 200 kB/s leaves room for a machine ten times busier. */
const bytesPerSecond = 200_000
const ready = 0

/** Calls and answers across the thread's border. The first failure, of whatever kind, ends the worker and every call. */
export async function connect(worker: Worker, stepSeconds: number): Promise<Gdal> {
  const waiting = new Map<number, Waiting>()
  let calls = ready
  let ended: IngestError | null = null

  const end = (error: IngestError) => {
    ended ??= error
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer)
      reject(ended)
    }
    waiting.clear()
    void worker.terminate()
  }
  const expect = <T>(id: number, seconds: number) =>
    new Promise<T>((resolve, reject) => {
      if (ended) return reject(ended)
      const timer = setTimeout(
        () => end(new IngestError('imports/timed-out', { seconds: Math.round(seconds) })),
        seconds * 1000,
      )
      waiting.set(id, { resolve: resolve as (value: never) => void, reject, timer })
    })

  worker.on('message', (reply: Reply) => {
    if (reply.error) return end(failureOf(reply.error))
    const id = reply.id ?? ready
    const call = waiting.get(id)
    waiting.delete(id)
    clearTimeout(call?.timer)
    call?.resolve(reply.result as never)
  })
  worker.on('error', ({ message, code }: NodeJS.ErrnoException) =>
    end(failureOf({ message, memory: code === 'ERR_WORKER_OUT_OF_MEMORY' })),
  )
  worker.on('exit', () => end(failureOf({ message: 'exit', memory: false })))

  await expect<void>(ready, stepSeconds)
  return {
    call(verb, input, bytes = 0) {
      const answer = expect<never>(++calls, stepSeconds + bytes / bytesPerSecond)
      worker.postMessage({ id: calls, verb, input })
      return answer
    },
    close: async () => void (await worker.terminate()),
  }
}

function failureOf({ code, message, memory }: NonNullable<Reply['error']>): IngestError {
  if (memory) return new IngestError('imports/out-of-memory')
  const known = typeof code === 'string' && code.startsWith('imports/')
  return new IngestError(known ? code : 'imports/reader-crashed', { detail: message })
}
