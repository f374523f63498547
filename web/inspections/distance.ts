import type { Geometry, Position } from '../map/geojson.ts'

/** Beyond this a position is doubted: rule `inspection`, photo_distance_warning_m; the server decides by its own copy and says so. */
export const doubtful_m = 50

/** Metres from a place to the nearest point of a shape, 0 inside; on a plane around the place, good to a few per mille over some kilometres. */
export function metresTo(place: Position, geometry: Geometry): number {
  const degree_m = (Math.PI / 180) * 6_371_008.8
  const east_m = degree_m * Math.cos((place[1]! * Math.PI) / 180)
  const flat = (at: Position): Point => [(at[0]! - place[0]!) * east_m, (at[1]! - place[1]!) * degree_m]
  switch (geometry.type) {
    case 'Point':
      return Math.hypot(...flat(geometry.coordinates))
    case 'MultiPoint':
      return Math.min(...geometry.coordinates.map((at) => Math.hypot(...flat(at))))
    case 'LineString':
      return toLine(geometry.coordinates.map(flat))
    case 'MultiLineString':
      return Math.min(...geometry.coordinates.map((line) => toLine(line.map(flat))))
    case 'Polygon':
      return toSurface(geometry.coordinates.map((ring) => ring.map(flat)))
    case 'MultiPolygon':
      return Math.min(...geometry.coordinates.map((rings) => toSurface(rings.map((ring) => ring.map(flat)))))
  }
}

type Point = [number, number]

/** Inside the outer ring and in no hole (even-odd over all rings). */
function toSurface(rings: Point[][]): number {
  const crossings = rings.flatMap((ring) => pairs(ring).filter(([a, b]) => isRightOfOrigin(a, b))).length
  return crossings % 2 === 1 ? 0 : Math.min(...rings.map(toLine))
}

const toLine = (line: Point[]): number => Math.min(...pairs(line).map(([a, b]) => toSegment(a, b)))
const pairs = (line: Point[]): [Point, Point][] => line.slice(1).map((point, i) => [line[i]!, point])

function isRightOfOrigin([ax, ay]: Point, [bx, by]: Point): boolean {
  return ay > 0 !== by > 0 && ax + ((bx - ax) * -ay) / (by - ay) > 0
}

function toSegment([ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length))
  return Math.hypot(ax + share * (bx - ax), ay + share * (by - ay))
}
