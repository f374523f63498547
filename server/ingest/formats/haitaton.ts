import { IngestError } from '../failure.ts'
import { looksLikeJson, outerKeys, parseJson } from '../json.ts'
import type { Format, RawFeature } from './format.ts'
import { columnsOf, fromRows } from './placed-rows.ts'

type Json = Record<string, unknown>
interface Shape {
  properties: Json
  geometry: (Json & { crs?: unknown }) | null
  crs: string | null
}

/**
 * Dig projects of Helsinki's Haitaton, as its service answers them: a geometry set (`featureCollection` inside), a list of
 * project areas (`geometriat`), or a list of areas with work areas (`tyoalueet`). Each shape names its own CRS.
 */
export const haitaton: Format = {
  name: 'haitaton',
  async recognises(source) {
    if (!looksLikeJson(source)) return false
    const head = source.head.toString('utf8')
    const keys = outerKeys(head) ?? outerKeys(head.replace(/^\uFEFF?\s*\[/, ''))
    return (
      keys !== null &&
      (keys.has('featureCollection') || keys.has('geometriat') || (keys.has('hankealueId') && keys.has('tyoalueet')))
    )
  },
  async open(source, context) {
    const json = (await parseJson(source, context.limits.whole_file_bytes)) as Json | Json[]
    const shapes = (Array.isArray(json) ? json : [json]).flatMap(shapesOf)
    const systems = new Set(shapes.map(({ crs }) => crs).filter((crs) => crs !== null))
    if (systems.size > 1)
      throw new IngestError('imports/crs-conflict', { declared: [...systems][0], detected: [...systems][1] }, '/crs')
    const crs = [...systems][0]
    const rows: RawFeature[] = shapes.map(({ properties, geometry }) => ({ properties, geometry }))
    return {
      layer: source.name.replace(/\.json$/, ''),
      claim: crs === undefined ? null : { crs, how: 'crs_member', firm: true },
      encoding: 'utf-8',
      encoding_how: 'format',
      columns: columnsOf(rows),
      count: rows.length,
      notes: [],
      ...fromRows(() => structuredClone(rows), context),
    }
  },
}

function shapesOf(entry: Json): Shape[] {
  if (Array.isArray(entry.tyoalueet))
    return (entry.tyoalueet as Json[]).map((area) => shapeOf(area, scalars(entry), null))
  const set = (entry.geometriat ?? entry) as Json
  const collection = set.featureCollection as { features?: Json[]; crs?: unknown } | undefined
  const own = scalars(entry)
  return (collection?.features ?? []).map((feature) => shapeOf(feature, own, nameOf(collection?.crs)))
}

function shapeOf(feature: Json, owner: Json, collectionCrs: string | null): Shape {
  const { crs, ...geometry } = (feature.geometry ?? {}) as Json
  const { geometry: _geometry, properties, type: _type, ...rest } = feature
  return {
    properties: { ...owner, ...scalars(rest), ...(properties as Json | null) },
    geometry: feature.geometry ? geometry : null,
    crs: nameOf(crs) ?? collectionCrs,
  }
}

const nameOf = (crs: unknown) =>
  ((crs as { properties?: { name?: string } } | undefined)?.properties?.name ?? null)?.replace(
    /^urn:ogc:def:crs:EPSG::/,
    'EPSG:',
  ) ?? null
const scalars = (entry: Json): Json =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => typeof value !== 'object' || value === null))
