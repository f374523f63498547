import type { Geometry, MultiPolygon, Polygon, Position } from './geojson.ts'
import { planeOf } from './local-metres.ts'
import { mapPositions, type Path, pathsOf, polygonsOf } from './paths.ts'
import { distanceToSegment, within } from './plane.ts'

/** How far a dig may reach over the border of its authority's area before it is routed elsewhere (domain rule, metres). */
export const DISTRICT_BUFFER_M = 50

/** Whether every point of a geometry lies in an area or within 50 m of it; long edges are tried every 50 m. */
export function liesInDistrict(geometry: Geometry, district: Polygon | MultiPolygon): boolean {
  const { toMetres } = planeOf(geometry)
  const polygons = polygonsOf(mapPositions(district, toMetres))
  return pathsOf(mapPositions(geometry, toMetres)).every((path) =>
    steps(path).every((p) => polygons.some((rings) => within(p, rings)) || isNear(p, polygons)),
  )
}

function steps({ positions }: Path): Position[] {
  return positions.flatMap((b, index) => {
    const a = positions[index - 1]
    if (!a) return [b]
    const count = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / DISTRICT_BUFFER_M))
    return Array.from({ length: count }, (_, step): Position => {
      const share = (step + 1) / count
      return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    })
  })
}

function isNear(p: Position, polygons: Position[][][]): boolean {
  return polygons.some((rings) =>
    rings.some((ring) => ring.some((b, index) => distanceToSegment(p, ring[index - 1] ?? b, b) <= DISTRICT_BUFFER_M)),
  )
}
