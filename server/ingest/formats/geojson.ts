import { open } from 'node:fs/promises'
import { outerKeys } from '../json.ts'
import { layerName, type Source } from '../source.ts'
import type { CrsClaim, Format, Gdal, OpenContext, PlacedFeature, Reading } from './format.ts'
import { columnsOf, firstPosition } from './placed-rows.ts'
import { textEncoded } from './text-encoded.ts'

const geometries = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]
const types = new Set(['FeatureCollection', 'Feature', ...geometries])
const sampleRows = 500
const tailBytes = 65_536

/** RFC 7946 (WGS 84), the older GeoJSON with a `crs` member, and features one a line. */
export const geojson: Format = {
  name: 'geojson',
  async recognises(source) {
    const keys = keysOf(source)
    return keys !== null && (types.has(keys.get('type') ?? '') || keys.has('features'))
  },
  async open(source, context) {
    const { path, encoding, encoding_how, notes } = await textEncoded(source, context)
    const keys = keysOf(source)
    const gdal = await context.gdal()
    const input = { path, isCollection: keys?.get('type') === 'FeatureCollection' || keys?.has('features') === true }
    const sampled = await sampledRows(gdal, input)
    return {
      layer: layerName(source.name),
      claim: await claimOf(source, path),
      encoding,
      encoding_how,
      columns: columnsOf(sampled),
      count: context.options.counted ? await gdal.call('countFeatures', input, source.bytes) : null,
      notes,
      sample: async () => sampled.map(positionOf).find((position) => position !== null) ?? null,
      batches: (rows) => batchesOf(gdal, input, rows, context),
    }
  },
}

/** Before the first brace there may be a byte-order mark or a record separator. */
const keysOf = ({ head }: Source) => outerKeys(head.toString('latin1').replace(/^[^[{]{1,8}/, ''))
const positionOf = ({ geometry, first }: PlacedFeature) =>
  firstPosition(geometry) ?? (first as [number, number] | undefined) ?? null

/** The first rows as they stand, for the columns: what a later row alone has is read, but not foretold. */
async function sampledRows(gdal: Gdal, input: { path: string; isCollection: boolean }): Promise<PlacedFeature[]> {
  await gdal.call('openFeatures', input)
  return gdal.call('next', { rows: sampleRows })
}

async function* batchesOf(
  gdal: Gdal,
  input: { path: string; isCollection: boolean },
  rows: number,
  { options }: OpenContext,
): ReturnType<Reading['batches']> {
  await gdal.call('openFeatures', input)
  let left = options.limit ?? Infinity
  while (left > 0) {
    const batch = await gdal.call('next', { rows: Math.min(rows, left) })
    if (batch.length === 0) return
    left -= batch.length
    yield batch
  }
}

/** `crs` as written in 2008: a name, or null for "unknown". It stands in the root, before or after the features. */
async function claimOf(source: Source, path: string): Promise<CrsClaim | null> {
  const text = `${rootPart(source.head.toString('utf8'))}\n${await tailOf(path)}`
  if (/"crs"\s*:\s*null/.test(text)) return null
  const name = /"crs"\s*:\s*\{[^{}]*\{[^{}]*"name"\s*:\s*"([^"]+)"/.exec(text)?.[1]
  return name === undefined
    ? { crs: 'EPSG:4326', how: 'format', firm: false }
    : { crs: name, how: 'crs_member', firm: true }
}

/** What stands before the features. */
const rootPart = (head: string) => head.split(/"features"\s*:/, 1)[0]!

/** What stands after the last feature: from the last bracket that closes a list of objects. */
async function tailOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, tailBytes))
    await file.read(bytes, 0, bytes.length, size - bytes.length)
    const text = bytes.toString('utf8')
    return text.slice([...text.matchAll(/\}\s*\]/g)].at(-1)?.index ?? text.length)
  } finally {
    await file.close()
  }
}
