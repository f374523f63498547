import type { Placing } from './crs.ts'
import type { Fault } from './failure.ts'
import type { Column, PlacedFeature, Reading } from './formats/format.ts'

/** GeoJSON geometry, lon lat, EPSG:4490. */
export interface Geometry {
  type: string
  coordinates?: unknown
  geometries?: Geometry[]
}
export interface Summary {
  format: string
  layer: string
  source_crs: string | null
  source_crs_name: string | null
  crs_detected_how: Placing['how'] | null
  encoding: string | null
  encoding_detected_how: string | null
  columns: Column[]
  /** Rows in the layer: known before reading only where the format counts them. */
  count: number | null
  geometry_types: Record<string, number>
  /** Of the rows read so far: west, south, east, north. */
  bbox: [number, number, number, number] | null
  notes: Fault[]
}
/** What a reading knows before its first row. */
export function summaryOf(format: string, reading: Reading): Summary {
  const { layer, encoding, columns, count, notes } = reading
  return {
    format,
    layer,
    source_crs: null,
    source_crs_name: null,
    crs_detected_how: null,
    encoding,
    encoding_detected_how: reading.encoding_how,
    columns,
    count,
    geometry_types: {},
    bbox: null,
    notes: [...notes],
  }
}

/** GDAL's formats name their columns before they show a value. */
export function fillSamples(summary: Summary, rows: PlacedFeature[]): void {
  for (const column of summary.columns)
    column.sample ??= rows.find(({ properties }) => properties[column.name] != null)?.properties[column.name] ?? null
}

/** Counts one geometry in. */
export function note(summary: Summary, geometry: Geometry): void {
  summary.geometry_types[geometry.type] = (summary.geometry_types[geometry.type] ?? 0) + 1
  const box = summary.bbox ?? [180, 90, -180, -90]
  stretch(box, geometry)
  summary.bbox = box
}

function stretch(box: [number, number, number, number], geometry: Geometry): void {
  for (const part of geometry.geometries ?? []) stretch(box, part)
  const visit = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return
    if (typeof coordinates[0] !== 'number') return coordinates.forEach(visit)
    const [lon, lat] = coordinates as [number, number]
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  visit(geometry.coordinates)
}
