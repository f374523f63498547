import { createRequire } from 'node:module'
import type { Geometry, MultiPolygon, Position } from './geojson.ts'
import { planeOf } from './local-metres.ts'
import { mapPositions, polygonsOf } from './paths.ts'
import { ringArea } from './plane.ts'

export type Extent = { width_m?: number | null; radius_m?: number | null }

// The subset of JSTS that Turf bundles: CommonJS, without types. A negative number of segments asks for mitred
// corners with that limit; end caps are 1 round, 2 flat.
const jsts = createRequire(import.meta.url)('@turf/jsts') as {
  GeoJSONReader: new () => { read(geometry: Geometry): JstsGeometry }
  GeoJSONWriter: new () => { write(geometry: JstsGeometry): Geometry }
  BufferOp: { bufferOp(geometry: JstsGeometry, distance: number, segments: number, end_cap: 1 | 2): JstsGeometry }
}
type JstsGeometry = { readonly jsts: unique symbol }

const MITRE_LIMIT = 5
const CIRCLE_SEGMENTS_PER_QUARTER = 16
const ROUND_CAP = 1
const FLAT_CAP = 2

/**
 * The ground a dig disturbs, as polygons in CGCS2000: a line widened by half of width_m to each side (square ends and
 * mitred corners, so that area = length × width), a point as a 64-sided disc of radius_m, a polygon as it is. Computed
 * in metres of the 3-degree zone. The geometry must have passed `checkGeometry`; a missing width or radius throws.
 */
export function toDisturbanceArea(geometry: Geometry, { width_m, radius_m }: Extent): MultiPolygon {
  const polygons = polygonsOf(geometry)
  if (polygons.length > 0) return normalise(polygons)
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString'
  const reach_m = isLine ? (width_m ?? Number.NaN) / 2 : (radius_m ?? Number.NaN)
  if (!(reach_m > 0)) throw new RangeError(`a ${geometry.type} needs its ${isLine ? 'width_m' : 'radius_m'}`)
  const { toMetres, toDegrees } = planeOf(geometry)
  const metres = new jsts.GeoJSONReader().read(mapPositions(geometry, toMetres))
  const segments = isLine ? -MITRE_LIMIT : CIRCLE_SEGMENTS_PER_QUARTER
  const buffered = jsts.BufferOp.bufferOp(metres, reach_m, segments, isLine ? FLAT_CAP : ROUND_CAP)
  const area = new jsts.GeoJSONWriter().write(buffered)
  return normalise(polygonsOf(mapPositions(area, (position) => roundPosition(toDegrees(position)))))
}

/** Degrees to eight decimals: a millimetre on the ground. */
export function roundPosition([lon, lat]: Position): Position {
  return [Math.round(lon * 1e8) / 1e8, Math.round(lat * 1e8) / 1e8]
}

/** Shells counter-clockwise, holes clockwise (RFC 7946), without points that rounding made equal. */
export function normalise(polygons: Position[][][]): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) =>
      rings.map((ring, index) => {
        const distinct = ring.filter((p, at) => at === 0 || p[0] !== ring[at - 1]?.[0] || p[1] !== ring[at - 1]?.[1])
        return ringArea(distinct) > 0 === (index === 0) ? distinct : distinct.toReversed()
      }),
    ),
  }
}
