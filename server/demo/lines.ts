import type { Point, Ring } from './plane.ts'
import { between, distance } from './plane.ts'

/** Length of a line in metres. */
export function lineLength(line: readonly Point[]): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!)
  return sum
}

/** The part of a line from one distance to another, in metres from its start; ends are clamped to the line. */
export function partOf(line: readonly Point[], from: number, to: number): Point[] {
  const part: Point[] = [pointAt(line, from)]
  let walked = 0
  for (let i = 1; i < line.length - 1; i++) {
    walked += distance(line[i - 1]!, line[i]!)
    if (walked > from + 0.5 && walked < to - 0.5) part.push(line[i]!)
  }
  part.push(pointAt(line, to))
  return part
}

/** The point a given number of metres along a line. */
export function pointAt(line: readonly Point[], metres: number): Point {
  let rest = Math.max(0, metres)
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const step = distance(a, b)
    if (rest <= step) return between(a, b, step === 0 ? 0 : rest / step)
    rest -= step
  }
  return line[line.length - 1]!
}

/** The line moved sideways by metres: positive to the left of its direction. Corners are mitred. */
export function offsetLine(line: readonly Point[], metres: number): Point[] {
  return line.map((point, i) => {
    const before = i > 0 ? normal(line[i - 1]!, point) : undefined
    const after = i < line.length - 1 ? normal(point, line[i + 1]!) : undefined
    const [a, b] = [before ?? after!, after ?? before!]
    const scale = 1 + a[0] * b[0] + a[1] * b[1]
    return [point[0] + ((a[0] + b[0]) * metres) / scale, point[1] + ((a[1] + b[1]) * metres) / scale]
  })
}

/** A strip of ground along a line, width in metres, flat ends. Valid where bends are gentle against the width. */
export function strip(line: readonly Point[], width: number): Ring {
  return [...offsetLine(line, -width / 2), ...offsetLine(line, width / 2).toReversed()]
}

/** A rectangle about a centre, turned by radians. */
export function rectangle(centre: Point, width: number, height: number, turn: number): Ring {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const corners: Point[] = [
    [-width / 2, -height / 2],
    [width / 2, -height / 2],
    [width / 2, height / 2],
    [-width / 2, height / 2],
  ]
  return corners.map(([x, y]) => [centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos])
}

/** Rounds a line's corners (Chaikin), its two ends staying where they are. */
export function smoothLine(line: readonly Point[], rounds: number): Point[] {
  let points = [...line]
  for (let round = 0; round < rounds && points.length > 2; round++) {
    const next: Point[] = [points[0]!]
    for (let i = 0; i < points.length - 1; i++) {
      const [a, b] = [points[i]!, points[i + 1]!]
      if (i > 0) next.push(between(a, b, 0.25))
      if (i < points.length - 2) next.push(between(a, b, 0.75))
    }
    next.push(points[points.length - 1]!)
    points = next
  }
  return points
}

/** Takes the zigzag out of a line: each inner point moves to the mean of itself and its neighbours, some rounds. */
export function relaxLine(line: readonly Point[], rounds: number): Point[] {
  let points = [...line]
  for (let round = 0; round < rounds; round++) {
    points = points.map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]]
      if (!before || !after) return point
      return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4]
    })
  }
  return points
}

/** Rounds a closed ring's corners (Chaikin). */
export function smoothRing(ring: Ring, rounds: number): Ring {
  let points = ring
  for (let round = 0; round < rounds; round++) {
    points = points.flatMap((a, i) => {
      const b = points[(i + 1) % points.length]!
      return [between(a, b, 0.25), between(a, b, 0.75)]
    })
  }
  return points
}

/** Whether two segments meet. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

function side(a: Point, b: Point, c: Point): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0
}

function normal(a: Point, b: Point): Point {
  const length = distance(a, b) || 1
  return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
}
