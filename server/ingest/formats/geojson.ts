import { outerKeys } from '../json.ts'
import type { Source } from '../source.ts'
import { gdalFormat } from './gdal-format.ts'
import { textEncoded } from './text-encoded.ts'

const types = new Set([
  'FeatureCollection',
  'Feature',
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/** RFC 7946 (WGS 84), and the older GeoJSON with a `crs` member. */
export const geojson = gdalFormat({
  name: 'geojson',
  driver: 'GeoJSON',
  named_by_file: true,
  recognises: (source) => {
    const keys = outerKeys(source.head.toString('utf8'))
    return keys !== null && (types.has(keys.get('type') ?? '') || keys.has('features'))
  },
  claim: (layer, source) => layer.crs && { crs: layer.crs, ...howKnown(layer.crs.code, source) },
  prepare: textEncoded,
})

function howKnown(code: number | null, source: Source) {
  const stated = code !== 4326 || outerKeys(source.head.toString('utf8'))?.has('crs')
  return stated ? ({ how: 'crs_member', firm: true } as const) : ({ how: 'format', firm: false } as const)
}
