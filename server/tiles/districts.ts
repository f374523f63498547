import { publicActor } from '../access/actor.ts'
import type { Parts } from '../http/environment.ts'
import { outsideCode } from '../projects/responsible.ts'
import { meets, type Box } from './tile-bounds.ts'

const keptFor_ms = 600_000

/** Which districts can have rows in a box, from an index in memory that is read again every ten minutes. */
export type DistrictIndex = (box: Box) => Promise<number[]>

/**
 * The districts whose outline (and 5 km around it) meets the box, and always: home, the outside, and those without a known outline.
 * With it a tile's statement touches only the shards that can answer.
 */
export function createDistrictIndex({ run, config, clock }: Pick<Parts, 'run' | 'config' | 'clock'>): DistrictIndex {
  let known: { read_at: number; districts: Promise<District[]> } | null = null
  const read = () =>
    run(publicActor(config.DISTRICT_CODE), ({ tx }) => tx.many('tiles/list_districts', {}), { as: 'dongtu_map' })
  return async (box) => {
    const wall = clock.wall().getTime()
    if (!known || wall - known.read_at >= keptFor_ms) known = { read_at: wall, districts: read() }
    const districts = await known.districts.catch((error: Error) => {
      known = null
      throw error
    })
    const found = districts.filter((district) => !hasBox(district) || meets(district, box))
    return [...new Set([config.DISTRICT_CODE, outsideCode, ...found.map(({ district_code }) => district_code)])].sort(
      (a, b) => a - b,
    )
  }
}

interface District {
  district_code: number
  min_x: number | null
  min_y: number | null
  max_x: number | null
  max_y: number | null
}

const hasBox = (district: District): district is District & Box => district.min_x !== null
