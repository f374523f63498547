import type { BuildingRow, HomeUnitRow } from './home-tables.ts'
import type { Estate, House } from './estates.ts'
import { districtCode } from './organisations.ts'
import { multiPolygon } from './plane.ts'
import type { Random } from './random.ts'

/** The building works an estate came out of: which dig, and the day it passed. */
export interface BuiltBy {
  project_id: string
  passed_on: string
}

/** The rows of every building and of every home in it. An estate with no dig on record was finished before the platform. */
export function listHomes(
  random: Random,
  estates: readonly Estate[],
  builtBy: ReadonlyMap<Estate, BuiltBy>,
  at: string,
) {
  const building: BuildingRow[] = []
  const home_unit: HomeUnitRow[] = []
  for (const estate of estates) {
    const dig = builtBy.get(estate)
    const completed_on =
      dig?.passed_on ?? `${random.between(1999, 2014)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
    for (const house of estate.houses) {
      const homes = homesOf(random, estate, house)
      building.push(
        buildingRow(estate, house, { completed_on, project_id: dig?.project_id ?? null, unit_count: homes.length, at }),
      )
      home_unit.push(...homes)
    }
  }
  return { building, home_unit }
}

function buildingRow(
  estate: Estate,
  house: House,
  facts: { completed_on: string; project_id: string | null; unit_count: number; at: string },
): BuildingRow {
  const { at, ...rest } = facts
  return {
    district_code: districtCode,
    id: house.id,
    estate_name: estate.name.zh,
    name: `${house.number}栋`,
    name_en: `${estate.name.en} Building ${house.number}`,
    admin_code: estate.parcel.street.code,
    street_name: estate.parcel.street.name_zh,
    floors: house.floors,
    ...rest,
    geom: multiPolygon([house.ring]),
    updated_at: at,
  }
}

function homesOf(random: Random, estate: Estate, house: House): HomeUnitRow[] {
  const homes: HomeUnitRow[] = []
  const buildingCode = codeOf(estate, house)
  const sizes = Array.from({ length: house.homesPerFloor }, () => random.between(620, 1420) / 10)
  for (let entrance = 1; entrance <= house.entrances; entrance++) {
    for (let floor = 1; floor <= house.floors; floor++) {
      for (let door = 1; door <= house.homesPerFloor; door++) {
        const room = `${floor}${two(door)}`
        homes.push({
          district_code: districtCode,
          id: random.uuid(),
          building_id: house.id,
          unit_code: buildingCode + String(homes.length + 1).padStart(4, '0'),
          entrance: String(entrance),
          floor,
          room,
          label: `${estate.name.zh}${house.number}栋${entrance}单元${room}`,
          area_m2: sizes[door - 1]!,
        })
      }
    }
  }
  return homes
}

/**
 * The first 24 of the 28 characters of a unit code (GB/T 37346-2019): county 6, zone 3, sub-zone 3, GB, parcel 5, F, building 4; the
 * home's four digits follow.
 */
function codeOf(estate: Estate, house: House): string {
  const zone = estate.parcel.street.code.slice(-3)
  const parcel = String(estate.number).padStart(5, '0')
  return `${districtCode}${zone}001GB${parcel}F${String(house.number).padStart(4, '0')}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
