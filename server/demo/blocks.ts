import type { Landscape } from './landscape.ts'
import { distance, toPlane } from './plane.ts'
import type { Point, Ring } from './plane.ts'
import type { Random } from './random.ts'
import type { Road, RoadPlan } from './roads.ts'
import { edgeKey } from './roads.ts'
import type { Street } from './streets.ts'

/** Half a city block, between four streets: where an estate or a building site can stand. */
export interface Parcel {
  street: Street
  half: 'south' | 'north'
  /** The street along the parcel's outer long side. */
  road: Road
  built: number
  /** A place in the parcel: west to east and south to north, each 0 to 1; below 0 or above 1 lies towards the streets. */
  at(across: number, up: number): Point
}

/** Share of a block that its streets take on each side. */
const margin = 0.05

/** Every half block that has a street on its long side and no river, lake, park, airport or expressway in it; shuffled. */
export function findParcels(random: Random, plan: RoadPlan, landscape: Landscape): Parcel[] {
  const expressways = plan.roads.filter((road) => road.class === 'expressway').flatMap((road) => road.line)
  const parcels: Parcel[] = []
  for (let row = 0; row < plan.grid.rows - 1; row++) {
    for (let column = 0; column < plan.grid.columns - 1; column++) {
      const corners = blockCorners(plan, column, row)
      if (!corners) continue
      const [[sw], [se], [nw], [ne]] = corners
      const at = bilinear(sw, se, nw, ne)
      const free = [0.1, 0.5, 0.9].every((s) => [0.1, 0.5, 0.9].every((t) => !landscape.isKeptFree(at(s, t))))
      const crossed = landscape.crossesRiver(sw, ne) || landscape.crossesRiver(se, nw)
      const middle = at(0.5, 0.5)
      if (!free || crossed || expressways.some((point) => distance(point, middle) < 330)) continue
      for (const half of ['south', 'north'] as const) {
        const road = plan.byEdge.get(edgeKey({ column, row: half === 'south' ? row : row + 1, eastward: true }))
        if (!road) continue
        const low = half === 'south' ? margin : 0.52
        const parcelAt = (across: number, up: number) =>
          at(margin + across * (1 - 2 * margin), low + up * (0.48 - margin))
        parcels.push({ street: corners[0][1], half, road, built: corners[0][2], at: parcelAt })
      }
    }
  }
  return random.shuffle(parcels)
}

/** The parcel's border, shrunk by a share of its size on every side. */
export function parcelRing(parcel: Parcel, inset = 0): Ring {
  const far = 1 - inset
  return [parcel.at(inset, inset), parcel.at(far, inset), parcel.at(far, far), parcel.at(inset, far)]
}

/** The south half-block next to 云杉路, nearest to the middle of its street office. */
export function besideYunshan(parcels: readonly Parcel[], plan: RoadPlan): Parcel {
  const yunshan = new Set(plan.roads.filter((road) => road.name.zh === '云杉路'))
  const middle = toPlane([103.998, 30.496])
  const beside = parcels.filter((parcel) => parcel.half === 'south' && yunshan.has(parcel.road))
  beside.sort((a, b) => distance(a.at(0.5, 0.5), middle) - distance(b.at(0.5, 0.5), middle))
  if (!beside[0]) throw new Error('no block lies north of 云杉路')
  return beside[0]
}

type Corner = readonly [at: Point, street: Street, built: number]

function blockCorners(plan: RoadPlan, column: number, row: number): [Corner, Corner, Corner, Corner] | undefined {
  const corner = (c: number, r: number): Corner | undefined => {
    const crossing = plan.grid.crossing(c, r)
    return crossing && crossing.built > 0.42 ? [crossing.at, crossing.street, crossing.built] : undefined
  }
  const [sw, se] = [corner(column, row), corner(column + 1, row)]
  const [nw, ne] = [corner(column, row + 1), corner(column + 1, row + 1)]
  return sw && se && nw && ne ? [sw, se, nw, ne] : undefined
}

function bilinear(sw: Point, se: Point, nw: Point, ne: Point): (s: number, t: number) => Point {
  const mix = (i: 0 | 1, s: number, t: number) =>
    sw[i] * (1 - s) * (1 - t) + se[i] * s * (1 - t) + nw[i] * (1 - s) * t + ne[i] * s * t
  return (s, t) => [mix(0, s, t), mix(1, s, t)]
}
