import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../db/root.ts'
import type { Sheet } from './sheet.ts'

interface Reply {
  id: number
  bytes?: Uint8Array
  error?: string
}
interface Waiting {
  resolve(bytes: Uint8Array): void
  reject(error: Error): void
}

/** A page takes a fraction of a second; a sheet that takes this long never ends. */
const longest_ms = 120_000
/** The thread holds about 100 MB for the two fonts: it goes when nothing was printed for a while. */
const idle_ms = 60_000

let worker: Worker | null = null
let idle: NodeJS.Timeout | undefined
let calls = 0
const waiting = new Map<number, Waiting>()

/** Sets a sheet as PDF, in a thread beside the event loop. The same sheet is the same bytes. */
export function print(sheet: Sheet): Promise<Uint8Array> {
  clearTimeout(idle)
  worker ??= start()
  worker.ref()
  const id = ++calls
  const timer = setTimeout(() => stop(new Error('a sheet took too long to print')), longest_ms)
  return new Promise<Uint8Array>((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker!.postMessage({ id, sheet })
  }).finally(() => clearTimeout(timer))
}

function start(): Worker {
  const started = new Worker(join(projectRoot, 'server/documents/press-worker.mjs'), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  started.on('message', ({ id, bytes, error }: Reply) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (bytes) call?.resolve(bytes)
    else call?.reject(new Error(`printing: ${error}`))
    if (waiting.size === 0) rest()
  })
  started.on('error', (error) => stop(error, started))
  started.on('exit', () => stop(new Error('the press ended'), started))
  return started
}

/** Nothing waits: the thread does not hold the process, and ends after a while. */
function rest(): void {
  worker?.unref()
  idle = setTimeout(() => stop(new Error('idle')), idle_ms)
  idle.unref()
}

function stop(error: Error, which = worker): void {
  if (!which || which !== worker) return
  worker = null
  for (const call of waiting.values()) call.reject(error)
  waiting.clear()
  void which.terminate()
}
