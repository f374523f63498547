import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../db/root.ts'
import { IngestError } from './failure.ts'

export interface CrsFacts {
  name: string
  code: number | null
  wkt: string
  geographic: boolean
  datum: string | null
  /** The geographic system under a projected one. */
  base: string
  /** west, south, east, north by EPSG; null where it is the world or unknown. */
  area: [number, number, number, number] | null
}
export interface GdalLayer {
  name: string
  geometry_type: string | null
  crs: CrsFacts | null
  count: number | null
  fields: { name: string; type: string }[]
}
export interface GdalSource {
  file: string
  drivers: string[]
  options: string[]
  config?: Record<string, string>
}
export interface RawFeature {
  properties: Record<string, unknown>
  geometry: unknown
  /** What is wrong with the row, when the format found something; with facts for its sentence. */
  problem?: string | null
  facts?: Record<string, unknown>
  pointer?: string
}
export interface PlacedFeature extends RawFeature {
  first?: number[]
  landed?: [number, number] | null
}
interface Verbs {
  inspect: (input: GdalSource & { counted?: boolean }) => { layers: GdalLayer[] | null; errors: string[] }
  describeCrs: (input: { crs: string }) => CrsFacts | null
  knowsShift: (input: { crs: string; base: string; area: CrsFacts['area']; at: [number, number] | null }) => boolean
  setSource: (input: { crs: string | null; area: CrsFacts['area'] }) => boolean
  convert: (input: GdalSource & { layer: string; output: string; limit?: number | undefined }) => {
    written: boolean | null
    errors: string[]
  }
  openLines: (input: { path: string }) => boolean
  next: (input: { rows: number }) => PlacedFeature[]
  place: (input: { features: RawFeature[] }) => PlacedFeature[]
}
export interface Gdal {
  call<Name extends keyof Verbs>(verb: Name, input: Parameters<Verbs[Name]>[0]): Promise<ReturnType<Verbs[Name]>>
  close(): Promise<void>
}
export interface GdalLimits {
  /** A single step (open, convert, one batch) that takes longer ends the worker. */
  step_seconds: number
  /** WebAssembly memory; it starts at 512 MB of address space, most of it never touched. */
  wasm_bytes: number
  /** JavaScript heap of the worker. */
  heap_megabytes: number
}

/** Each worker takes about 200 MB: more uploads than this wait their turn. */
const workersAtMost = 2
let running = 0
const queue: (() => void)[] = []

/** Compiled once for all workers: the first start takes 0.6 s, the next ones 0.2 s (measured), and they share the code. */
let compiled: Promise<object> | undefined

async function compileGdal(): Promise<object> {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<object> } }
  return WebAssembly.compile(
    await readFile(join(projectRoot, 'node_modules/gdal3.js/dist/package/gdal3WebAssembly.wasm')),
  )
}

/** GDAL in a thread of its own with `folder` (a real path) as its only files. A crash, a time-out or too much memory is an IngestError. */
export async function openGdal(folder: string, limits: GdalLimits): Promise<Gdal> {
  const code = await (compiled ??= compileGdal())
  await takeTurn()
  const worker = new Worker(join(projectRoot, 'server/ingest/gdal-worker.mjs'), {
    workerData: { folder, heapBytes: limits.wasm_bytes, compiled: code },
    resourceLimits: { maxOldGenerationSizeMb: limits.heap_megabytes },
    stdout: true,
    stderr: true,
  })
  const gdal = bridge(worker, limits.step_seconds)
  try {
    await gdal.ready
  } catch (error) {
    await gdal.close()
    throw error
  }
  return gdal
}

function bridge(worker: Worker, stepSeconds: number): Gdal & { ready: Promise<void> } {
  type Waiting = { resolve(value: never): void; reject(error: Error): void; timer: NodeJS.Timeout }
  const waiting = new Map<number, Waiting>()
  let calls = 0
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
  const expect = <T>(id: number) =>
    new Promise<T>((resolve, reject) => {
      if (ended) return reject(ended)
      const timer = setTimeout(
        () => end(new IngestError('imports/timed-out', { seconds: stepSeconds })),
        stepSeconds * 1000,
      )
      waiting.set(id, { resolve: resolve as (value: never) => void, reject, timer })
    })
  const settle = (id: number, result: unknown) => {
    const call = waiting.get(id)
    waiting.delete(id)
    clearTimeout(call?.timer)
    call?.resolve(result as never)
  }
  worker.on(
    'message',
    (reply: { ready?: true; id: number; result?: unknown; error?: { memory: boolean; message: string } }) => {
      if (reply.error)
        return end(
          new IngestError(reply.error.memory ? 'imports/out-of-memory' : 'imports/reader-crashed', {
            detail: reply.error.message,
          }),
        )
      settle(reply.ready ? 0 : reply.id, reply.result)
    },
  )
  worker.on('error', (error: NodeJS.ErrnoException) =>
    end(
      new IngestError(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'imports/out-of-memory' : 'imports/reader-crashed', {
        detail: error.message,
      }),
    ),
  )
  worker.on('exit', () => {
    end(new IngestError('imports/reader-crashed'))
    giveTurn()
  })
  return {
    ready: expect<void>(0),
    call(verb, input) {
      const answer = expect<never>(++calls)
      worker.postMessage({ id: calls, verb, input })
      return answer
    },
    close: async () => void (await worker.terminate()),
  }
}

async function takeTurn(): Promise<void> {
  if (running < workersAtMost) running++
  else await new Promise<void>((resolve) => queue.push(resolve))
}

function giveTurn(): void {
  const next = queue.shift()
  if (next) next()
  else running--
}
