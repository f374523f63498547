import { relaxLine, smoothLine } from './lines.ts'
import type { Patch } from './patches.ts'
import { layPatches } from './patches.ts'
import type { Point, Ring } from './plane.ts'
import { boxOf, distance, isInBox, isInside, toPlane } from './plane.ts'
import type { Random } from './random.ts'
import type { StreetOffice } from './street-list.ts'
import { streetOffices } from './street-list.ts'

export interface Street extends StreetOffice {
  ring: Ring
  centre: Point
}

export interface Division {
  outline: Ring
  streets: readonly Street[]
  /** The street office a point lies in by the smoothed borders' patches, or undefined outside the district. */
  at(point: Point): Street | undefined
}

interface Arc {
  left: number
  right: number
  from: string
  to: string
  line: readonly Point[]
}

/** Shares the sketched outline among the street offices without gap or overlap: neighbours use the very same border line. */
export function divideStreets(random: Random): Division {
  const seats = streetOffices.map((office) => toPlane(office.seat))
  const { patches, places } = layPatches(random, (point) => nearestSeat(point, seats))
  const arcs = traceArcs(patches, places)
  const streets = streetOffices.map((office, i) => ({ ...office, ring: assemble(arcs, i), centre: seats[i]! }))
  return { outline: assemble(arcs, -1).toReversed(), streets, at: finder(streets) }
}

/** Nearest by distance less reach, the distance bent a little so that borders wander. */
function nearestSeat([east, north]: Point, seats: readonly Point[]): number {
  const bent: Point = [
    east + 420 * Math.sin(north / 1500 + 0.7) + 200 * Math.sin(north / 610),
    north + 420 * Math.sin(east / 1700 + 2.1) + 200 * Math.sin(east / 560 + 1),
  ]
  let [best, least] = [0, Infinity]
  seats.forEach((seat, i) => {
    const reached = distance(bent, seat) - streetOffices[i]!.reach
    if (reached < least) [best, least] = [i, reached]
  })
  return best
}

/** Border lines from junction to junction, smoothed between them; each has one owner to its left and one to its right. */
function traceArcs(patches: Map<string, Patch>, places: Map<string, Point>): Arc[] {
  const edges = borderEdges(patches)
  const degree = new Map<string, number>()
  const outgoing = new Map<string, { left: number; right: number; from: string; to: string }[]>()
  for (const edge of edges) {
    degree.set(edge.from, (degree.get(edge.from) ?? 0) + 1)
    degree.set(edge.to, (degree.get(edge.to) ?? 0) + 1)
    outgoing.set(edge.from, [...(outgoing.get(edge.from) ?? []), edge])
  }
  const arcs: Arc[] = []
  for (const start of edges) {
    if (degree.get(start.from) !== 3) continue
    const keys = [start.from, start.to]
    let end = start.to
    while (degree.get(end) !== 3) {
      const next = outgoing.get(end)!.find((edge) => edge.left === start.left && edge.right === start.right)!
      end = next.to
      keys.push(end)
    }
    const line = smoothLine(
      relaxLine(
        keys.map((key) => places.get(key)!),
        5,
      ),
      1,
    )
    arcs.push({ left: start.left, right: start.right, from: start.from, to: end, line })
  }
  return arcs
}

/** Each border edge once, with the lower owner on its left. */
function borderEdges(patches: Map<string, Patch>): { left: number; right: number; from: string; to: string }[] {
  const edges = []
  for (const patch of patches.values()) {
    for (let i = 0; i < 6; i++) {
      const right = patches.get(patch.across[i]!)?.owner ?? -1
      if (patch.owner < right) {
        edges.push({ left: patch.owner, right, from: patch.corners[i]!, to: patch.corners[(i + 1) % 6]! })
      }
    }
  }
  return edges
}

/** One owner's ring: its arcs, turned so that it lies on their left, chained end to start. */
function assemble(arcs: readonly Arc[], owner: number): Ring {
  const pieces = new Map<string, { to: string; line: readonly Point[] }>()
  for (const arc of arcs) {
    if (arc.left === owner) pieces.set(arc.from, { to: arc.to, line: arc.line })
    if (arc.right === owner) pieces.set(arc.to, { to: arc.from, line: arc.line.toReversed() })
  }
  const [start] = pieces.keys()
  const ring: Point[] = []
  for (let at = start!, left = pieces.size; left > 0; left--) {
    const piece = pieces.get(at)
    if (!piece) throw new Error(`the border of owner ${owner} does not close`)
    ring.push(...piece.line.slice(0, -1))
    at = piece.to
  }
  return ring
}

function finder(streets: readonly Street[]): (point: Point) => Street | undefined {
  const boxes = streets.map(({ ring }) => boxOf(ring))
  return (point) => streets.find((street, i) => isInBox(point, boxes[i]!) && isInside(point, street.ring))
}
