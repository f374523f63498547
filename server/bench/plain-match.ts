import { createRequire } from 'node:module'
import { featureCollection, intersect, union } from '@turf/turf'
import type { MultiPolygon, Position } from '../geometry/geojson.ts'
import { planeOf } from '../geometry/local-metres.ts'

type Flat = { type: 'Polygon'; coordinates: Position[][] } | MultiPolygon
const jsts = createRequire(import.meta.url)('@turf/jsts')

/**
 * What share of a patch some grounds cover, counted without the database: in metres of the 3-degree zone, grounds widened by JTS,
 * cut and joined by polygon clipping, areas by the shoelace.
 */
export function recount(patch: MultiPolygon, grounds: readonly MultiPolygon[], error_m: number): number {
  const { toMetres } = planeOf(patch)
  const flat = (shape: MultiPolygon): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(toMetres))),
  })
  const ground = flat(patch)
  const parts = grounds.flatMap((one) => {
    const wide = flat(one)
    if (isApart(ground, wide, error_m)) return []
    const part = intersect(featureCollection([feature(ground), feature(widen(wide, error_m))]))
    return part ? [part] : []
  })
  const [first, ...rest] = parts
  if (!first) return 0
  const joined = rest.length === 0 ? first : union(featureCollection([first, ...rest]))!
  return area(joined.geometry as Flat) / area(ground)
}

/** Boxes further apart than the error: spares the clipping. */
function isApart(a: MultiPolygon, b: MultiPolygon, error_m: number): boolean {
  const box = (shape: MultiPolygon, axis: 0 | 1) => {
    const values = shape.coordinates.flat(2).map((p) => p[axis])
    return [Math.min(...values), Math.max(...values)] as const
  }
  return ([0, 1] as const).some((axis) => {
    const [[low, high], [least, most]] = [box(a, axis), box(b, axis)]
    return high + error_m < least || most + error_m < low
  })
}

/** The shoelace: shells less their holes. */
function area(shape: Flat): number {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const ringArea = (ring: Position[]) =>
    Math.abs(
      ring.reduce((sum, [x, y], i) => {
        const [u, v] = ring[(i + 1) % ring.length]!
        return sum + (x - ring[0]![0]) * (v - ring[0]![1]) - (u - ring[0]![0]) * (y - ring[0]![1])
      }, 0) / 2,
    )
  return polygons.reduce((sum, [shell, ...holes]) => {
    return sum + ringArea(shell!) - holes.reduce((holed, hole) => holed + ringArea(hole), 0)
  }, 0)
}

function widen(shape: MultiPolygon, metres: number): Flat {
  if (metres === 0) return shape
  const wide = jsts.BufferOp.bufferOp(new jsts.GeoJSONReader().read(shape), metres, 32, 1)
  return new jsts.GeoJSONWriter().write(wide) as Flat
}

const feature = (geometry: Flat) => ({ type: 'Feature' as const, properties: {}, geometry })
