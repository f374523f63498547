import type { Geometry, Position } from '../geometry/geojson.ts'
import { planeOf } from '../geometry/local-metres.ts'
import { pathsOf } from '../geometry/paths.ts'

/** Points of the paper: the drawing is as wide as the text. */
export const frame = { width: 471, height: 338 }

/** A dig smaller than this is still shown with the streets around it. */
const least_m = 160
const air = 1.5

/** The part of the ground that a map extract shows: the dig in the middle with air around it, in the frame's proportions. */
export function extentOf(dig: Geometry) {
  const plane = planeOf(dig)
  const points = pathsOf(dig).flatMap(({ positions }) => positions.map(plane.toMetres))
  const box = boxOf(points)
  const wide = Math.max((box.east - box.west) * air, least_m)
  const high = Math.max((box.north - box.south) * air, (least_m * frame.height) / frame.width)
  const metres_per_point = Math.max(wide / frame.width, high / frame.height)
  const middle = { x: (box.east + box.west) / 2, y: (box.north + box.south) / 2 }
  const half = { x: (frame.width * metres_per_point) / 2, y: (frame.height * metres_per_point) / 2 }
  const metres = {
    west: middle.x - half.x,
    east: middle.x + half.x,
    south: middle.y - half.y,
    north: middle.y + half.y,
  }
  const corners = [
    [metres.west, metres.south],
    [metres.east, metres.south],
    [metres.west, metres.north],
    [metres.east, metres.north],
  ].map((corner) => plane.toDegrees(corner as Position))
  return { ...boxOf(corners), plane, metres, metres_per_point }
}

export function boxOf(points: readonly Position[]) {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) }
}
