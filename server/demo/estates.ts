import type { Parcel } from './blocks.ts'
import { besideYunshan } from './blocks.ts'
import type { EstateName } from './estate-names.ts'
import { estateNames } from './estate-names.ts'
import { rectangle } from './lines.ts'
import type { Point, Ring } from './plane.ts'
import { distance } from './plane.ts'
import type { Random } from './random.ts'
import type { RoadPlan } from './roads.ts'

/** One residential building (栋). */
export interface House {
  id: string
  number: number
  ring: Ring
  centre: Point
  /** Where it stands along the parcel, 0 (west) to 1 (east). */
  across: number
  floors: number
  entrances: number
  homesPerFloor: number
}

/** A housing estate (小区) on half a block. */
export interface Estate {
  name: EstateName
  number: number
  parcel: Parcel
  houses: readonly House[]
  /** Whether the dig it came out of is on record; the rest are older than the platform. */
  isRecorded: boolean
}

interface Shape {
  floors: number
  entrances: number
  homesPerFloor: number
  width: number
  depth: number
}

const shapes: Record<'walkUp' | 'slab' | 'tower', Shape> = {
  walkUp: { floors: 6, entrances: 3, homesPerFloor: 2, width: 56, depth: 12.5 },
  slab: { floors: 11, entrances: 2, homesPerFloor: 2, width: 48, depth: 14 },
  tower: { floors: 18, entrances: 2, homesPerFloor: 2, width: 44, depth: 16 },
}
const estateCount = 64
const recordedCount = 25
const nearCount = 10
/** How far building works keep from 云杉路, in metres, beyond the digs of the script. */
const quietMetres = 320

/**
 * Estates on half blocks: 怡心里 by 云杉路 first, the others wherever towns are; those near 云杉路 are older than the platform. Takes
 * its parcels and all near 云杉路 off the list, so that no building works begin there.
 */
export function buildEstates(random: Random, plan: RoadPlan, parcels: Parcel[], yunshan: readonly Point[]): Estate[] {
  const names = estateNames(random)
  const yixinli = besideYunshan(parcels, plan)
  const isNear = (parcel: Parcel) => yunshan.some((point) => distance(point, parcel.at(0.5, 0.5)) < quietMetres + 180)
  const near = parcels.filter((parcel) => parcel !== yixinli && isNear(parcel))
  const far = parcels.filter((parcel) => parcel !== yixinli && !near.includes(parcel))
  const others = far.filter((parcel) => random.chance(parcel.built ** 2)).slice(0, estateCount - 1 - nearCount)
  const chosen = [yixinli, ...others, ...near.slice(0, nearCount)]
  parcels.splice(0, parcels.length, ...far.filter((parcel) => !chosen.includes(parcel)))
  return chosen.map((parcel, i) => {
    const name = i === 0 ? { zh: '怡心里', en: 'Yixinli' } : names[i]!
    const isRecorded = i < recordedCount
    const kind =
      i === 0
        ? 'tower'
        : random.weighted(isRecorded ? { slab: 7, tower: 2, walkUp: 1 } : { walkUp: 8, slab: 2, tower: 0 })
    return { name, number: i + 1, parcel, houses: placeHouses(random, parcel, shapes[kind], i === 0), isRecorded }
  })
}

/** Two rows of four, facing south; some estates leave a corner for a garden or a school. */
function placeHouses(random: Random, parcel: Parcel, shape: Shape, isWhole: boolean): House[] {
  const houses: House[] = []
  // 怡心里's first row stands close to the street, so that a dig in 云杉路 is before its door.
  for (const up of isWhole ? [0.03, 0.78] : [0.17, 0.83]) {
    for (const across of [0.125, 0.375, 0.625, 0.875]) {
      if (!isWhole && random.chance(0.05)) continue
      const [west, east] = [parcel.at(across - 0.05, up), parcel.at(across + 0.05, up)]
      const turn = Math.atan2(east[1] - west[1], east[0] - west[0])
      const centre = parcel.at(across, up)
      const extra = isWhole || shape.floors === 6 ? 0 : random.between(-1, 1)
      const floors = shape.floors + extra
      const entrances = shape.floors === 6 && random.chance(0.2) ? 4 : shape.entrances
      const ring = rectangle(centre, shape.width, shape.depth, turn)
      houses.push({
        id: random.uuid(),
        number: houses.length + 1,
        ring,
        centre,
        across,
        floors,
        entrances,
        homesPerFloor: shape.homesPerFloor,
      })
    }
  }
  return houses
}
