import type { Geometry, Position } from './geojson.ts'

/** A run of positions of a geometry with its place in it: a point, a line or a ring. */
export type Path = {
  kind: 'point' | 'line' | 'ring'
  part: number
  ring: number
  positions: Position[]
  pointer: string
}

/** Every run of positions of a geometry, in order, with JSON pointers relative to the geometry. */
export function pathsOf(geometry: Geometry): Path[] {
  const at = '/coordinates'
  switch (geometry.type) {
    case 'Point':
      return [path('point', 0, 0, [geometry.coordinates], at)]
    case 'MultiPoint':
      return geometry.coordinates.map((one, part) => path('point', part, 0, [one], `${at}/${part}`))
    case 'LineString':
      return [path('line', 0, 0, geometry.coordinates, at)]
    case 'MultiLineString':
      return geometry.coordinates.map((positions, part) => path('line', part, 0, positions, `${at}/${part}`))
    case 'Polygon':
      return ringsOf(geometry.coordinates, 0, at)
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings, part) => ringsOf(rings, part, `${at}/${part}`))
  }
}

/** The pointer of one position of a path, relative to the geometry. */
export function pointerTo(path: Path, index: number): string {
  return path.kind === 'point' ? path.pointer : `${path.pointer}/${index}`
}

/** The same geometry with every position moved. */
export function mapPositions<G extends Geometry>(geometry: G, move: (position: Position) => Position): G {
  return { type: geometry.type, coordinates: mapNested(geometry.coordinates, move) } as G
}

/** Every polygon of a geometry as rings; none for points and lines. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

type Nested = Position | Nested[]

function mapNested(coordinates: Nested, move: (position: Position) => Position): Nested {
  if (typeof coordinates[0] === 'number') return move(coordinates as Position)
  return (coordinates as Nested[]).map((inner) => mapNested(inner, move))
}

function ringsOf(rings: Position[][], part: number, at: string): Path[] {
  return rings.map((positions, ring) => path('ring', part, ring, positions, `${at}/${ring}`))
}

function path(kind: Path['kind'], part: number, ring: number, positions: Position[], pointer: string): Path {
  return { kind, part, ring, positions, pointer }
}
