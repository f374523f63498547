import type { Position } from './geojson.ts'

/** Twice the signed area of a triangle: positive when c lies to the left of a→b, 0 on the line. Exact for integers under 2^26. */
export function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** Whether p, known to lie on the line a–b, lies between its ends. */
export function between(p: Position, a: Position, b: Position): boolean {
  return (
    p[0] >= Math.min(a[0], b[0]) &&
    p[0] <= Math.max(a[0], b[0]) &&
    p[1] >= Math.min(a[1], b[1]) &&
    p[1] <= Math.max(a[1], b[1])
  )
}

/** How two segments meet: not at all, at a point where neither passes through, through each other, or along a stretch. */
export type Meeting = 'apart' | 'touch' | 'cross' | 'overlap'

/** How segments a–b and c–d meet. */
export function meeting(a: Position, b: Position, c: Position, d: Position): Meeting {
  const [ca, da] = [Math.sign(turn(a, b, c)), Math.sign(turn(a, b, d))]
  const [ac, bc] = [Math.sign(turn(c, d, a)), Math.sign(turn(c, d, b))]
  if (ca * da < 0 && ac * bc < 0) return 'cross'
  const ends = [
    ca === 0 && between(c, a, b) ? c : null,
    da === 0 && between(d, a, b) ? d : null,
    ac === 0 && between(a, c, d) ? a : null,
    bc === 0 && between(b, c, d) ? b : null,
  ].filter((end) => end !== null)
  const [first] = ends
  if (!first) return 'apart'
  return ends.some((end) => end[0] !== first[0] || end[1] !== first[1]) ? 'overlap' : 'touch'
}

/** Whether two segments have any point in common. */
export function segmentsTouch(a: Position, b: Position, c: Position, d: Position): boolean {
  return meeting(a, b, c, d) !== 'apart'
}

/** Where a point lies against a closed ring. */
export function sideOf(p: Position, ring: Position[]): 'inside' | 'edge' | 'outside' {
  let inside = false
  for (let index = 1; index < ring.length; index += 1) {
    const [a, b] = [ring[index - 1] ?? p, ring[index] ?? p]
    const side = turn(a, b, p)
    if (side === 0 && between(p, a, b)) return 'edge'
    if (a[1] > p[1] !== b[1] > p[1] && side > 0 === b[1] > a[1]) inside = !inside
  }
  return inside ? 'inside' : 'outside'
}

/** Whether a point lies in a polygon or on its edge. */
export function within(p: Position, [shell = [], ...holes]: Position[][]): boolean {
  return sideOf(p, shell) !== 'outside' && holes.every((hole) => sideOf(p, hole) !== 'inside')
}

/** Signed area of a closed ring, positive counter-clockwise; taken from the first point, which keeps the digits. */
export function ringArea(ring: Position[]): number {
  const origin = ring[0] ?? [0, 0]
  let twice = 0
  for (let index = 1; index < ring.length; index += 1)
    twice += turn(origin, ring[index - 1] ?? origin, ring[index] ?? origin)
  return twice / 2
}

/** The distance from a point to a segment. */
export function distanceToSegment(p: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared))
  return Math.hypot(p[0] - a[0] - along * dx, p[1] - a[1] - along * dy)
}

/** The convex hull of points, counter-clockwise (monotone chain). */
export function convexHull(points: Position[]): Position[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return [...chain(sorted), ...chain(sorted.toReversed())]
}

function chain(points: Position[]): Position[] {
  const hull: Position[] = []
  for (const point of points) {
    while (hull.length > 1 && turn(hull.at(-2) ?? point, hull.at(-1) ?? point, point) <= 0) hull.pop()
    hull.push(point)
  }
  return hull
}
