import type { Parcel } from './blocks.ts'
import { parcelRing } from './blocks.ts'
import type { ProjectKind, Theme } from './vocabulary.ts'
import { offsetLine, partOf, rectangle, strip } from './lines.ts'
import { lane } from './networks.ts'
import type { Point, Ring } from './plane.ts'
import { distance } from './plane.ts'
import type { Random } from './random.ts'
import type { Road, RoadPlan } from './roads.ts'
import type { Street } from './streets.ts'

/** One site (工段) of a dig: the ground it opens and the streets it lies in. */
export interface SitePlace {
  ring: Ring
  line: readonly Point[] | null
  road: Road
}

/** Where a dig is. */
export interface DigPlace {
  street: Street
  road: Road
  sites: SitePlace[]
  /** Metres from the street's axis, left positive; null for plots. */
  offset: number | null
  /** Trench width; null for plots and pits. */
  width: number | null
  depth: number
}

/** Streets with the next segment of the same name, so that a trench can go on. */
export interface Runs {
  roads: readonly Road[]
  next: ReadonlyMap<Road, Road>
}

/** Which street segments follow each other under one name; expressways are never dug. */
export function findRuns(plan: RoadPlan): Runs {
  const roads = plan.roads.filter((road) => road.class !== 'expressway')
  const starts = new Map(roads.map((road) => [startKey(road.name.zh, road.line[0]!), road]))
  const next = new Map<Road, Road>()
  for (const road of roads) {
    const following = starts.get(startKey(road.name.zh, road.line[road.line.length - 1]!))
    if (following) next.set(road, following)
  }
  return { roads, next }
}

function startKey(name: string, [east, north]: Point): string {
  return `${name} ${Math.round(east)} ${Math.round(north)}`
}

/** A trench in a lane of the street, over one or more segments, each a site. */
export function placeTrench(
  random: Random,
  runs: Runs,
  road: Road,
  theme: Theme | 'road',
  wanted: { sites: number; share: [number, number]; width?: number },
): DigPlace {
  const drawn = Math.round(random.range(theme === 'road' ? 1.5 : 0.9, theme === 'drainage' ? 3.4 : 2.6) * 10) / 10
  const width = wanted.width ?? drawn
  const offset = (theme === 'road' ? random.range(-3, 3) : lane[theme]) + random.range(-0.5, 0.5)
  const sites: SitePlace[] = []
  for (let at: Road | undefined = road; at && sites.length < wanted.sites; at = runs.next.get(at)) {
    // A dig spans at most five kilometres (domain rule); ours stay well under it.
    if (distance(at.line[0]!, road.line[0]!) > 2500) break
    const [low, high] = wanted.share
    const usable = Math.min(at.length, 900)
    const line = partOf(offsetLine(at.line, offset), 9 + (usable - 18) * low, 9 + (usable - 18) * high)
    sites.push({ ring: strip(line, width), line, road: at })
  }
  return { street: road.street, road, sites, offset, width, depth: depthOf(random, theme) }
}

/** A pit over one network: where something broke, or a manhole, a lamp, a crossing is dug. */
export function placePit(random: Random, road: Road, theme: Theme | 'road', size: [number, number]): DigPlace {
  const share = random.range(0.12, 0.88)
  const offset = theme === 'road' ? random.range(-5, 5) : lane[theme]
  const line = offsetLine(road.line, offset)
  const [a, b] = partOf(line, road.length * share, road.length * share + 4) as [Point, Point]
  const turn = Math.atan2(b[1] - a[1], b[0] - a[0])
  const ring = rectangle(a, random.range(size[0], size[1]), random.range(size[0], size[1]) * 0.7, turn)
  return {
    street: road.street,
    road,
    sites: [{ ring, line: null, road }],
    offset,
    width: null,
    depth: depthOf(random, theme),
  }
}

/** A building plot: half a block, less what is kept green. */
export function placePlot(random: Random, parcel: Parcel, inset: number): DigPlace {
  const ring = parcelRing(parcel, inset)
  return {
    street: parcel.street,
    road: parcel.road,
    sites: [{ ring, line: null, road: parcel.road }],
    offset: null,
    width: null,
    depth: random.between(45, 160) / 10,
  }
}

/** How near a place comes to a line of points, in metres (by the middles of its sites). */
export function nearness(place: DigPlace, points: readonly Point[]): number {
  let least = Infinity
  for (const { ring } of place.sites)
    for (const a of ring) for (const b of points) least = Math.min(least, distance(a, b))
  return least
}

/** How a kind of dig usually lies in its street. */
export function placeInStreet(
  random: Random,
  runs: Runs,
  road: Road,
  kind: ProjectKind,
  theme: Theme | 'road',
): DigPlace {
  if (kind === 'emergency_repair') return placePit(random, road, theme, [2.5, 7])
  if (kind === 'road_excavation' && random.chance(0.35)) return placePit(random, road, theme, [2, 9])
  const low = random.range(0, 0.5)
  const reach = kind === 'pipeline_works' ? random.range(0.35, 0.5) : random.range(0.06, 0.3)
  const sites = kind === 'pipeline_works' ? random.between(1, 5) : random.chance(0.2) ? 2 : 1
  return placeTrench(random, runs, road, theme, {
    sites,
    share: sites > 1 && kind === 'pipeline_works' ? [0.02, 0.98] : [low, low + reach],
  })
}

function depthOf(random: Random, theme: Theme | 'road'): number {
  const [low, high] = theme === 'drainage' ? [1.8, 4.2] : theme === 'road' ? [0.4, 1.2] : [0.9, 2.2]
  return Math.round(random.range(low, high) * 10) / 10
}
