import { roundPosition } from '../geometry/disturbance.ts'
import type { MultiPolygon, Position } from '../geometry/geojson.ts'
import { planeAt } from '../geometry/local-metres.ts'

/** Makes rectangles in CGCS2000 lon,lat by their middle in metres from a place, their sides in metres, and how far they are turned in radians. */
export function rectanglesAround(place: Position) {
  const { toMetres, toDegrees } = planeAt(place[0])
  const [x, y] = toMetres(place)
  return (east: number, north: number, width: number, height: number, turn = 0): MultiPolygon => {
    const corner = (dx: number, dy: number): Position => [
      x + east + dx * Math.cos(turn) - dy * Math.sin(turn),
      y + north + dx * Math.sin(turn) + dy * Math.cos(turn),
    ]
    const [a, b] = [width / 2, height / 2]
    const ring = [corner(-a, -b), corner(a, -b), corner(a, b), corner(-a, b), corner(-a, -b)]
    return { type: 'MultiPolygon', coordinates: [[ring.map((p) => roundPosition(toDegrees(p)))]] }
  }
}
