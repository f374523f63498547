import type { Fault } from '../failure.ts'
import type { CrsFacts, Gdal, PlacedFeature, RawFeature } from '../gdal.ts'
import type { Limits, ReadOptions } from '../options.ts'
import type { Source } from '../source.ts'

export interface Column {
  name: string
  /** GDAL's words: String, Integer, Integer64, Real, Date, DateTime, Boolean … */
  type: string
  sample: unknown
}

/** What the file itself says of its coordinates. `firm`: written in it; otherwise only its format's default. */
export interface CrsClaim {
  crs: CrsFacts | string
  how: 'prj' | 'geopackage' | 'crs_member' | 'header' | 'format'
  firm: boolean
}

/** An opened file: what is known before the first row, and the rows. */
export interface Reading {
  layer: string
  claim: CrsClaim | null
  encoding: string | null
  encoding_how: string | null
  columns: Column[]
  count: number | null
  notes: Fault[]
  /** The first coordinate as it stands in the file, for suggestions. */
  sample(): Promise<[number, number] | null>
  /** The rows, placed where `gdal.setSource` said. Can be called once. */
  batches(rows: number): AsyncIterable<PlacedFeature[]>
}

export interface OpenContext {
  options: ReadOptions
  /** A folder of this reading's own; GDAL sees it as /work. */
  folder: string
  limits: Limits
  /** Starts the worker on first use. */
  gdal(): Promise<Gdal>
}

/** One file format: how it is recognised by content, and how it is opened. `formats/index.ts` lists them in order. */
export interface Format {
  name: string
  recognises(source: Source): Promise<boolean>
  open(source: Source, context: OpenContext): Promise<Reading>
}

export type { Gdal, PlacedFeature, RawFeature }
