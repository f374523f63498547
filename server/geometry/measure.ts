import type { Geometry, Position } from './geojson.ts'
import { planeOf } from './local-metres.ts'
import { mapPositions, type Path, pathsOf, polygonsOf } from './paths.ts'
import { convexHull, distanceToSegment, ringArea, segmentsTouch, within } from './plane.ts'

/** Area of the polygons of a geometry in square metres, holes taken off, in its 3-degree zone; 0 for points and lines. */
export function area_m2(geometry: Geometry): number {
  const { toMetres } = planeOf(geometry)
  let area = 0
  for (const { kind, ring, positions } of pathsOf(geometry)) {
    if (kind === 'ring') area += (ring === 0 ? 1 : -1) * Math.abs(ringArea(positions.map(toMetres)))
  }
  return area
}

/** Length of the lines of a geometry in metres, in its 3-degree zone; 0 for points and polygons. */
export function length_m(geometry: Geometry): number {
  const { toMetres } = planeOf(geometry)
  return pathsOf(geometry)
    .filter(({ kind }) => kind === 'line')
    .reduce((sum, { positions }) => sum + pathLength(positions.map(toMetres)), 0)
}

/** The greatest distance between two points of a geometry in metres, in its 3-degree zone. */
export function span_m(geometry: Geometry): number {
  const { toMetres } = planeOf(geometry)
  const hull = convexHull(pathsOf(geometry).flatMap(({ positions }) => positions.map(toMetres)))
  let span = 0
  for (const a of hull) for (const b of hull) span = Math.max(span, Math.hypot(a[0] - b[0], a[1] - b[1]))
  return span
}

/** The shortest distance between two geometries in metres, in the zone of the first; 0 where they meet or contain. */
export function distance_m(a: Geometry, b: Geometry): number {
  const { toMetres } = planeOf(a)
  const [one, other] = [mapPositions(a, toMetres), mapPositions(b, toMetres)]
  if (liesIn(one, other) || liesIn(other, one)) return 0
  let nearest = Infinity
  for (const from of pathsOf(one)) {
    for (const to of pathsOf(other)) nearest = Math.min(nearest, betweenPaths(from, to))
  }
  return nearest
}

function liesIn(inner: Geometry, outer: Geometry): boolean {
  return polygonsOf(outer).some((rings) =>
    pathsOf(inner).some(({ positions }) => positions[0] && within(positions[0], rings)),
  )
}

function betweenPaths(a: Path, b: Path): number {
  let nearest = Infinity
  for (const [from, to] of segmentsOf(a.positions)) {
    for (const [start, end] of segmentsOf(b.positions)) {
      if (segmentsTouch(from, to, start, end)) return 0
      const ends = [distanceToSegment(from, start, end), distanceToSegment(to, start, end)]
      nearest = Math.min(nearest, ...ends, distanceToSegment(start, from, to), distanceToSegment(end, from, to))
    }
  }
  return nearest
}

function segmentsOf(positions: Position[]): [Position, Position][] {
  const [only] = positions
  if (positions.length === 1 && only) return [[only, only]]
  return positions.slice(1).map((end, index) => [positions[index] ?? end, end])
}

function pathLength(positions: Position[]): number {
  return segmentsOf(positions).reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0)
}
