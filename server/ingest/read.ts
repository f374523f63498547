import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decideCrs, type Placing } from './crs.ts'
import { detect } from './detect.ts'
import { type Fault, fault, IngestError } from './failure.ts'
import type { OpenContext, Reading } from './formats/format.ts'
import { type Gdal, openGdal, type PlacedFeature } from './gdal.ts'
import { defaultLimits, type Limits, type ReadOptions } from './options.ts'
import { sourceOf } from './source.ts'
import { fillSamples, type Geometry, note, type Summary, summaryOf } from './summary.ts'
import { suggestCrs } from './suggest-crs.ts'
import { unshift } from './unshift.ts'

export interface Feature {
  /** The record's place in its layer, from 1. */
  row: number
  properties: Record<string, unknown>
  geometry: Geometry
}
export interface Batch {
  features: Feature[]
  errors: Fault[]
}
export interface FileReading {
  /** Complete before the first batch, but for samples (after the first), count, geometry_types and bbox (after the last). */
  summary: Summary
  /** At most 500 rows each; the file is read no faster than batches are taken. Ends with the temporary folder removed. */
  batches: AsyncIterable<Batch>
  close(): Promise<void>
}

const rowsPerBatch = 500

/** Opens a file of any known format for reading in EPSG:4490. Every refusal is an IngestError. */
export async function readFeatures(path: string, options: ReadOptions = {}): Promise<FileReading> {
  const opened = await openFile(path, options)
  try {
    const batches = await placedBatches(opened, options.crs, options)
    return { summary: opened.summary, batches, close: opened.close }
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** Settles the coordinate system of an opened file (or refuses), and gives its rows. */
export async function placedBatches(
  opened: OpenedFile,
  declared: string | undefined,
  options: ReadOptions,
): Promise<AsyncIterable<Batch>> {
  return batchesOf(opened, await place(opened, declared), options)
}

export interface OpenedFile {
  reading: Reading
  summary: Summary
  gdal(): Promise<Gdal>
  close(): Promise<void>
}

/** Recognises and opens, and decides nothing about coordinates yet: `summary.source_crs` is still null. */
export async function openFile(path: string, options: ReadOptions): Promise<OpenedFile> {
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const source = await sourceOf(path, options.name)
  if (source.bytes > limits.file_bytes)
    throw new IngestError('imports/too-large', { bytes: source.bytes, limit: limits.file_bytes })
  const folder = await mkdtemp(join(options.scratch ?? tmpdir(), 'ingest-'))
  let started: Promise<Gdal> | undefined
  const gdal = () => (started ??= openGdal(folder, limits))
  const close = async () => {
    const running = await started?.catch(() => undefined)
    await running?.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    options.onProgress?.({ phase: 'opening', read: 0, total: null })
    const found = await detect(source, options.layer, folder, limits)
    const context: OpenContext = { options, folder, limits, gdal }
    const reading = await found.format.open(found.source, context)
    return { reading, summary: summaryOf(found.format.name, reading), gdal, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function place({ reading, summary, gdal }: OpenedFile, declared: string | undefined): Promise<Placing> {
  const placing = await decideCrs(reading.claim, declared, reading.sample, await gdal())
  const { input, area } = placing
  if (!(await (await gdal()).call('setSource', { crs: input, area })))
    throw new IngestError('imports/crs-unsupported', { crs: placing.label }, '/crs')
  Object.assign(summary, { source_crs: placing.label, source_crs_name: placing.name, crs_detected_how: placing.how })
  if (placing.approximate) summary.notes.push(fault('imports/note-datum-approximate', { crs: placing.label }))
  return placing
}

async function* batchesOf(opened: OpenedFile, placing: Placing, options: ReadOptions): AsyncGenerator<Batch> {
  const { reading, summary } = opened
  const total = summary.count
  let read = 0
  try {
    for await (const rows of reading.batches(rowsPerBatch)) {
      const batch: Batch = { features: [], errors: [] }
      for (const row of rows) takeRow(batch, row, ++read, placing)
      if (read === rows.length) {
        refuseMisplaced(rows, placing)
        fillSamples(summary, rows)
      }
      for (const feature of batch.features) note(summary, feature.geometry)
      options.onProgress?.({ phase: 'reading', read, total })
      yield batch
    }
    if (read === 0) throw new IngestError('imports/no-features', { layer: summary.layer })
    if (options.limit === undefined) summary.count = read
  } finally {
    await opened.close()
  }
}

function takeRow(batch: Batch, row: PlacedFeature, number: number, placing: Placing): void {
  const geometry = row.geometry as Geometry | null
  if (row.problem || !geometry) {
    const facts = row.problem === 'row-outside-crs' ? { crs: placing.label, sample: row.first } : (row.facts ?? {})
    const pointer = row.pointer ?? '/geometry'
    batch.errors.push(fault(`imports/${row.problem ?? 'row-no-geometry'}`, facts, { row: number, pointer }))
    return
  }
  if (placing.shift) unshiftAll(geometry, placing.shift)
  batch.features.push({ row: number, properties: row.properties, geometry })
}

function unshiftAll(geometry: Geometry, shift: NonNullable<Placing['shift']>): void {
  for (const part of geometry.geometries ?? []) unshiftAll(part, shift)
  unshift(geometry.coordinates, shift)
}

/** When most of the first rows miss the system's area, it is the system that is wrong, not the rows. */
function refuseMisplaced(rows: PlacedFeature[], placing: Placing): void {
  const misplaced = rows.filter(({ problem }) => problem === 'row-outside-crs')
  const placed = rows.filter(({ problem }) => !problem)
  const first = misplaced[0]?.first as [number, number] | undefined
  if (!first || misplaced.length <= placed.length) return
  const suggestions = suggestCrs(first).filter((suggestion) => suggestion !== placing.label)
  throw new IngestError('imports/crs-mismatch', { crs: placing.label, sample: first, suggestions }, '/crs')
}
