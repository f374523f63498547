import { gdalEncodings } from './encoding.ts'
import { type Fault, IngestError } from './failure.ts'
import type { Gdal } from './gdal.ts'
import type { ReadOptions } from './options.ts'
import { type Feature, type OpenedFile, openFile, placedBatches } from './read.ts'
import { swappedAxes } from './suggest-crs.ts'
import type { Summary } from './summary.ts'

/** What the sender has to choose before the file can be read, with what can be chosen. */
export interface Choice {
  field: 'crs' | 'encoding' | 'layer' | 'mapping'
  options: {
    value: string
    lands_at?: [number, number]
    text?: string
    geometry_type?: string
    count?: number | null
    crs?: string | null
  }[]
}
export interface Inspection {
  /** null when the file could not be opened far enough to say anything of it. */
  summary: Summary | null
  /** The first 200, placed; empty while a choice is open. */
  features: Feature[]
  errors: Fault[]
  choices: Choice[]
  refusal: Fault | null
}

const previewRows = 200

/**
 * Looks into a file for the preview: its first 200 features on the map, its columns, and what has to be chosen. A file that
 * cannot be read is an answer here (`refusal`), not an exception.
 */
export async function inspectFile(path: string, options: ReadOptions = {}): Promise<Inspection> {
  const inspection: Inspection = { summary: null, features: [], errors: [], choices: [], refusal: null }
  let opened: OpenedFile | undefined
  try {
    opened = await openFile(path, { ...options, limit: previewRows, counted: true })
    inspection.summary = opened.summary
    for await (const batch of await placedBatches(opened, options.crs, { ...options, limit: previewRows })) {
      inspection.features.push(...batch.features)
      inspection.errors.push(...batch.errors)
    }
  } catch (error) {
    if (!(error instanceof IngestError)) throw error
    inspection.refusal = error.fault
    inspection.choices = await choicesFrom(error.fault, opened)
  } finally {
    await opened?.close()
  }
  return inspection
}

async function choicesFrom({ code, facts }: Fault, opened: OpenedFile | undefined): Promise<Choice[]> {
  if (code === 'imports/several-layers') return [{ field: 'layer', options: layerOptions(facts) }]
  if (code === 'imports/geometry-columns-unknown') return [{ field: 'mapping', options: valuesOf(facts.columns) }]
  if (code === 'imports/encoding-unknown') return [{ field: 'encoding', options: encodingOptions(facts) }]
  if (code === 'imports/encoding-wrong') return [{ field: 'encoding', options: valuesOf(gdalEncodings) }]
  if (code !== 'imports/crs-unknown' && code !== 'imports/crs-mismatch') return []
  const suggestions = facts.suggestions as string[]
  const at = (facts.sample as [number, number] | undefined) ?? null
  return [
    {
      field: 'crs',
      options: opened && at ? await landings(suggestions, at, await opened.gdal()) : valuesOf(suggestions),
    },
  ]
}

const valuesOf = (values: unknown) => (values as string[]).map((value) => ({ value }))

function layerOptions(facts: Fault['facts']): Choice['options'] {
  const details = facts.details as
    { name: string; geometry_type: string; count: number | null; crs: string | null }[] | undefined
  return details ? details.map(({ name, ...rest }) => ({ value: name, ...rest })) : valuesOf(facts.layers)
}

function encodingOptions(facts: Fault['facts']): Choice['options'] {
  return (facts.samples as { encoding: string; text: string }[]).map(({ encoding, text }) => ({
    value: encoding,
    text,
  }))
}

/** Where the file's first coordinate would lie under each suggestion, so that a person can see which is right. */
async function landings(suggestions: string[], [x, y]: [number, number], gdal: Gdal): Promise<Choice['options']> {
  const options: Choice['options'] = []
  for (const value of suggestions) {
    const crs = value.replace(swappedAxes, '')
    const swapped = crs !== value
    const isGrid = crs.startsWith('EPSG:') && crs !== 'EPSG:4490'
    await gdal.call('setSource', { crs: isGrid ? crs : null, area: null })
    const geometry = { type: 'Point', coordinates: swapped ? [y, x] : [x, y] }
    const [placed] = await gdal.call('place', { features: [{ properties: {}, geometry }] })
    const lands_at = (placed?.geometry as { coordinates: [number, number] } | null)?.coordinates
    options.push({ value: crs, ...(lands_at && { lands_at }), ...(swapped && { text: swappedAxes.trim() }) })
  }
  return options
}
