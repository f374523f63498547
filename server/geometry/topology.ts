import type { FindingCode } from './finding.ts'
import type { Geometry, Position } from './geojson.ts'
import { type Path, pathsOf, pointerTo } from './paths.ts'
import { type Meeting, meeting, sideOf } from './plane.ts'

export type Flaw = { code: FindingCode; pointer: string }
type Segment = {
  path: Path
  index: number
  a: Position
  b: Position
  left: number
  right: number
  low: number
  high: number
}

const MOST_FLAWS = 20

/**
 * Where a geometry crosses or touches itself, its rings meet, its holes lie outside or its polygons overlap; at most
 * one flaw of a kind per place. Coordinates must be rounded to 1e-8 degrees and span under 30 km: then every test is exact.
 */
export function flawsOf(geometry: Geometry): Flaw[] {
  const paths = onGrid(pathsOf(geometry)).filter(({ kind }) => kind !== 'point')
  const flaws = new Map<string, Flaw>()
  for (const [one, other] of neighbours(paths.flatMap(toSegments))) {
    const code = flawBetween(one, other)
    if (!code) continue
    const { path, index } = later(one, other)
    flaws.set(`${code} ${path.pointer}`, { code, pointer: pointerTo(path, index) })
    if (flaws.size >= MOST_FLAWS) break
  }
  if (flaws.size > 0) return [...flaws.values()]
  return [...misplacedHoles(paths), ...overlappingParts(paths)].slice(0, MOST_FLAWS)
}

// Steps of 1e-8 degrees from the first position: integers, so that no sign is ever rounded.
function onGrid(paths: Path[]): Path[] {
  const [lon, lat] = paths[0]?.positions[0] ?? [0, 0]
  const snap = ([x, y]: Position): Position => [Math.round((x - lon) * 1e8), Math.round((y - lat) * 1e8)]
  return paths.map((path) => ({ ...path, positions: path.positions.map(snap) }))
}

function toSegments(path: Path): Segment[] {
  return path.positions.slice(1).map((b, index) => {
    const a = path.positions[index] ?? b
    const [left, right] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]]
    const [low, high] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]]
    return { path, index, a, b, left, right, low, high }
  })
}

/** Pairs of segments whose boxes meet, by a sweep from west to east. */
function* neighbours(segments: Segment[]): Generator<[Segment, Segment]> {
  const sorted = segments.sort((a, b) => a.left - b.left)
  for (const [at, one] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next]
      if (!other || other.left > one.right) break
      if (other.low <= one.high && other.high >= one.low) yield [one, other]
    }
  }
}

/** Of two segments, the one that was drawn last: it is the one to mend. */
function later(one: Segment, other: Segment): Segment {
  if (one.path === other.path) return one.index > other.index ? one : other
  return (one.path.part - other.path.part || one.path.ring - other.path.ring) > 0 ? one : other
}

function flawBetween(one: Segment, other: Segment): FindingCode | null {
  const met = meeting(one.a, one.b, other.a, other.b)
  if (met === 'apart') return null
  if (one.path === other.path) return flawInPath(one, other, met)
  if (one.path.kind === 'line') return null
  if (one.path.part === other.path.part) return 'geometry/rings-cross'
  return met === 'touch' ? null : 'geometry/parts-overlap'
}

function flawInPath(one: Segment, other: Segment, met: Meeting): FindingCode | null {
  if (met !== 'touch') return 'geometry/self-intersection'
  const last = one.path.positions.length - 2
  const apart = Math.abs(one.index - other.index)
  if (apart === 1 || one.path.kind === 'line') return null
  return apart === last ? null : 'geometry/self-touch'
}

function misplacedHoles(paths: Path[]): Flaw[] {
  const rings = paths.filter(({ kind }) => kind === 'ring')
  return rings
    .filter(({ ring }) => ring > 0)
    .filter((hole) => {
      const siblings = rings.filter((other) => other.part === hole.part && other !== hole)
      const [first] = hole.positions
      return first && siblings.some((other) => (sideOf(first, other.positions) === 'inside') !== (other.ring === 0))
    })
    .map(({ pointer }) => ({ code: 'geometry/hole-outside', pointer }))
}

function overlappingParts(paths: Path[]): Flaw[] {
  const all: { rings: Path[]; box: Box }[] = []
  for (const path of paths.filter(({ kind }) => kind === 'ring')) {
    if (path.ring === 0) all.push({ rings: [path], box: boxOf(path.positions) })
    else all.at(-1)?.rings.push(path)
  }
  const flaws: Flaw[] = []
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if (
        !boxesMeet(one.box, other.box) ||
        !(reachesInto(one.rings, other.rings) || reachesInto(other.rings, one.rings))
      )
        continue
      flaws.push({ code: 'geometry/parts-overlap', pointer: other.rings[0]?.pointer ?? '' })
    }
  }
  return flaws
}

/** Whether a corner or the middle of an edge of one polygon's shell lies inside the other polygon. */
function reachesInto([shell]: Path[], rings: Path[]): boolean {
  const [outer, ...holes] = rings.map(({ positions }) => positions)
  const inside = (p: Position) =>
    sideOf(p, outer ?? []) === 'inside' && holes.every((hole) => sideOf(p, hole) === 'outside')
  return (shell?.positions ?? []).some((p, at, all) => {
    const before = all[at - 1] ?? p
    return inside(p) || inside([(p[0] + before[0]) / 2, (p[1] + before[1]) / 2])
  })
}

type Box = [west: number, south: number, east: number, north: number]

function boxOf(positions: Position[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
