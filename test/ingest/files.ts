import { readFeatures } from '../../server/ingest/read.ts'
import type { Batch, Feature } from '../../server/ingest/read.ts'
import type { Summary } from '../../server/ingest/summary.ts'
import type { Fault } from '../../server/ingest/failure.ts'
import { IngestError } from '../../server/ingest/failure.ts'
import type { ReadOptions } from '../../server/ingest/options.ts'

export const fixture = (name: string): string => new URL(`../../fixtures/ingest/${name}`, import.meta.url).pathname

/** All of a file, or the fault it is refused with. */
export async function readAll(
  path: string,
  options: ReadOptions = {},
): Promise<{ summary: Summary; features: Feature[]; errors: Fault[]; batches: Batch[] }> {
  const reading = await readFeatures(path, options)
  const batches: Batch[] = []
  for await (const batch of reading.batches) batches.push(batch)
  return {
    summary: reading.summary,
    features: batches.flatMap(({ features }) => features),
    errors: batches.flatMap(({ errors }) => errors),
    batches,
  }
}

export async function refusalOf(path: string, options: ReadOptions = {}): Promise<Fault> {
  try {
    const { features } = await readAll(path, options)
    throw new Error(`read ${features.length} features instead of refusing`)
  } catch (error) {
    if (error instanceof IngestError) return error.fault
    throw error
  }
}

export function firstPosition(feature: Feature | undefined): [number, number] {
  let part: unknown = feature?.geometry.coordinates
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0]
  return part as [number, number]
}

/** Metres between two lon, lat on a sphere: enough to tell one metre from two. */
export function metresBetween([lonA, latA]: [number, number], [lonB, latB]: [number, number]): number {
  const radians = Math.PI / 180
  const x = (lonB - lonA) * radians * Math.cos(((latA + latB) / 2) * radians)
  return 6_371_000 * Math.hypot(x, (latB - latA) * radians)
}
