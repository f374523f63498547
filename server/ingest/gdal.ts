import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../db/root.ts'
import { connect } from './gdal-bridge.ts'

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
export interface Verbs {
  inspect: (input: GdalSource & { counted?: boolean }) => { layers: GdalLayer[] | null; errors: string[] }
  describeCrs: (input: { crs: string }) => CrsFacts | null
  knowsShift: (input: { crs: string; base: string; area: CrsFacts['area']; at: [number, number] | null }) => boolean
  setSource: (input: { crs: string | null; area: CrsFacts['area'] }) => boolean
  convert: (input: GdalSource & { layer: string; output: string; limit?: number | undefined }) => {
    written: boolean | null
    errors: string[]
  }
  openLines: (input: { path: string }) => boolean
  openFeatures: (input: { path: string; isCollection: boolean }) => boolean
  countFeatures: (input: { path: string; isCollection: boolean }) => number
  next: (input: { rows: number }) => PlacedFeature[]
  place: (input: { features: RawFeature[] }) => PlacedFeature[]
}
export interface Gdal {
  /** One step in the worker. `bytes` is how much it has to go through, where that decides how long it may take. */
  call<Name extends keyof Verbs>(
    verb: Name,
    input: Parameters<Verbs[Name]>[0],
    bytes?: number,
  ): Promise<ReturnType<Verbs[Name]>>
  close(): Promise<void>
}
export interface GdalLimits {
  /** A step (open, convert, one batch) that takes longer ends the worker; a second more for each 200 kB it goes through. */
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
  worker.on('exit', giveTurn)
  return connect(worker, limits.step_seconds)
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
