import type { Days } from './days.ts'
import type { Dig } from './digs.ts'
import { districtCode, type Cast } from './organisations.ts'
import { centroid, multiPolygon, type Point, type Ring } from './plane.ts'
import type { Random } from './random.ts'
import type { MultiPolygon } from './vocabulary.ts'

/** A change polygon as it came in: matched and followed by the loader, with the same verbs as any other (demo/detection-cases.ts). */
export interface DetectionRow {
  district_code: number
  id: string
  reference: string
  source: 'satellite' | 'drone' | 'citizen' | 'patrol'
  observed_on: string
  positional_error_m: number
  note: string | null
  organisation_id: string
  geom: MultiPolygon
  created_at: string
}

interface Ground {
  random: Random
  days: Days
  today: number
  cast: Cast
}
type Seen = Pick<DetectionRow, 'source' | 'positional_error_m' | 'note'> & { ring: Ring; day: number; dig: Dig }

/** How many of each: over a dig that goes on, beyond its ground, where nobody dug, and seen a second time. */
const wanted = { covered: 24, beyond: 10, nobody: 14, again: 5 } as const
const span_days = 55

/** What satellites, drones and people saw change in the last two months: most of it under a permit, some beyond it, some nobody's, some twice. */
export function seeChanges(ground: Ground, digs: readonly Dig[]): DetectionRow[] {
  const { random, today } = ground
  const open = digs.filter(
    ({ stage, life }) => stage === 'in_progress' && life.from < today - 2 && life.to > life.from + 4,
  )
  const pick = random.shuffle(open).slice(0, wanted.covered + wanted.beyond + wanted.nobody)
  const seen = pick.map((dig, i): Seen => {
    const { ring } = dig.place.sites[0]!
    const day = random.between(Math.max(dig.life.from, today - span_days), Math.min(dig.life.to, today - 2))
    const source = random.pick(['satellite', 'satellite', 'drone', 'patrol'] as const)
    const positional_error_m = { satellite: 2, drone: 0.5, patrol: 1 }[source as 'drone']
    const of = { source, positional_error_m, note: null, day, dig }
    if (i < wanted.covered) return { ...of, ring: shrunk(ring, 0.92) }
    if (i < wanted.covered + wanted.beyond) return { ...of, ring: slid(ring, random.range(0.35, 0.65)) }
    return { ...of, ring: pit(random, centroid(ring)) }
  })
  const again = seen.slice(-wanted.again).map((first): Seen => ({
    ...first,
    source: 'citizen',
    note: '居民反映此处有人开挖，未见公示牌',
    ring: first.ring.map(([east, north]) => [east + 0.4, north + 0.3]),
    day: Math.min(today - 2, first.day + random.between(1, 8)), // it comes in the day after, and that day has been
  }))
  const inOrder = [...seen, ...again].toSorted((a, b) => a.day - b.day)
  return rowsOf(ground, inOrder)
}

function rowsOf({ random, days, cast }: Ground, seen: readonly Seen[]): DetectionRow[] {
  const last = new Map<string, number>()
  return seen.map(({ ring, day, dig, ...rest }) => {
    const created_at = days.at(day + 1, 545)
    const year = created_at.slice(0, 4)
    const number = (last.get(year) ?? 0) + 1
    last.set(year, number)
    return {
      district_code: districtCode,
      id: random.uuid(),
      reference: `DT-${districtCode}-${year}-${String(number).padStart(6, '0')}`,
      ...rest,
      observed_on: days.text(day),
      organisation_id: cast.dutyIn(dig.place.street).inspection.id,
      geom: multiPolygon([ring]),
      created_at,
    }
  })
}

function shrunk(ring: Ring, share: number): Ring {
  const [x, y] = centroid(ring)
  return ring.map(([east, north]) => [x + (east - x) * share, y + (north - y) * share])
}

/** Pushed along its longest side by a share of it: what over-digging looks like from above. */
function slid(ring: Ring, share: number): Ring {
  const sides = ring.map((a, i) => [a, ring[(i + 1) % ring.length]!] as const)
  const length = ([a, b]: readonly [Point, Point]) => Math.hypot(b[0] - a[0], b[1] - a[1])
  const [from, to] = sides.reduce((longest, side) => (length(side) > length(longest) ? side : longest))
  return ring.map(([east, north]) => [east + (to[0] - from[0]) * share, north + (to[1] - from[1]) * share])
}

/** A hole that somebody dug, about a hundred metres away from anything. */
function pit(random: Random, [x, y]: Point): Ring {
  const [away, turn] = [random.range(70, 130), random.range(0, 6.28)]
  const [east, north] = [x + away * Math.cos(turn), y + away * Math.sin(turn)]
  const [a, b] = [random.range(4, 11), random.range(3, 7)]
  return [
    [east - a, north - b],
    [east + a, north - b * 0.8],
    [east + a * 0.9, north + b],
    [east - a * 0.8, north + b * 0.9],
  ]
}
