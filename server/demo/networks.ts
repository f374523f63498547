import type { NetworkRow } from './place-tables.ts'
import type { Theme } from './vocabulary.ts'
import type { Estate } from './estates.ts'
import { offsetLine } from './lines.ts'
import type { Cast } from './organisations.ts'
import { districtCode } from './organisations.ts'
import type { Point } from './plane.ts'
import { between, lineString } from './plane.ts'
import type { Random } from './random.ts'
import type { Road } from './roads.ts'

export const themes: readonly Theme[] = ['water', 'power', 'gas', 'drainage', 'telecom']

/** Where each network lies in a street: metres to the left (+) or right (−) of the axis. */
export const lane: Record<Theme, number> = { water: 2.4, power: 5.4, gas: -2.8, drainage: 1, telecom: -5.2 }
/** Share of streets that carry it, in town and in the country. */
const presence: Record<Theme, [number, number]> = {
  water: [0.97, 0.75],
  power: [0.95, 0.85],
  gas: [0.9, 0.35],
  drainage: [0.3, 0.05],
  telecom: [0.22, 0.15],
}

/** Which networks lie in which street, for digs that come near them. */
export type Carried = ReadonlyMap<Road, ReadonlySet<Theme>>

/** Mains along the streets and service lines into the younger estates, each owned by its utility. */
export function layNetworks(
  random: Random,
  cast: Cast,
  roads: readonly Road[],
  estates: readonly Estate[],
  at: string,
): { rows: NetworkRow[]; carried: Carried } {
  const rows: NetworkRow[] = []
  const carried = new Map<Road, Set<Theme>>()
  const add = (theme: Theme, kind: NetworkRow['kind'], name: string, line: readonly Point[], road: Road) => {
    const shape = kind === 'main' ? mainShape(random, theme, road) : serviceShape(theme)
    rows.push({
      district_code: districtCode,
      id: random.uuid(),
      utility_id: cast.utilities[theme].id,
      theme,
      kind,
      status: 'in_use',
      name,
      diameter_mm: shape.diameter_mm,
      pressure_mpa: shape.pressure_mpa,
      voltage_kv: shape.voltage_kv,
      depth_m: shape.depth_m,
      accuracy_m: random.pick(accuracies),
      material: shape.material,
      protection_m: shape.protection_m,
      geom: lineString(line),
      updated_at: at,
    })
  }
  for (const road of roads) {
    if (road.class === 'expressway') continue
    const inTown = road.class !== 'arterial' || road.length < 700
    const here = themes.filter((theme) => road.name.zh === '云杉路' || random.chance(presence[theme][inTown ? 0 : 1]))
    carried.set(road, new Set(here))
    for (const theme of here)
      add(theme, 'main', `${road.name.zh}${label[theme]}干管`, offsetLine(road.line, lane[theme]), road)
  }
  for (const estate of estates.filter((estate) => estate.isRecorded)) {
    for (const { theme, line, name } of serviceLines(estate)) add(theme, 'service', name, line, estate.parcel.road)
  }
  return { rows, carried }
}

const accuracies = [0.1, 0.25, 0.5, 1]
const label: Record<Theme, string> = { water: '供水', power: '电力', gas: '燃气', drainage: '排水', telecom: '通信' }

/** From the street into the estate between its middle houses, then along its axis, then to each house. */
function serviceLines(estate: Estate): { theme: Theme; line: Point[]; name: string }[] {
  const { parcel, name } = estate
  // The street's axis, as far beyond the parcel as the block's margin is of the parcel's height.
  const edge = parcel.half === 'south' ? -0.116 : 1.116
  return (['water', 'power', 'gas'] as const).flatMap((theme, i) => {
    const shift = (i - 1) * 0.012
    const axis = (across: number): Point => parcel.at(across, 0.5 + shift)
    const lines = [
      { theme, name: `${name.zh}${label[theme]}引入管`, line: [parcel.at(0.5 + shift, edge), axis(0.5 + shift)] },
      { theme, name: `${name.zh}${label[theme]}庭院管`, line: [axis(0.1), axis(0.5), axis(0.9)] },
    ]
    const branches = estate.houses.map((house) => {
      const across = house.across + shift
      return {
        theme,
        name: `${name.zh}${house.number}栋${label[theme]}入户管`,
        line: [axis(across), between(axis(across), house.centre, 0.76)],
      }
    })
    return [...lines, ...branches]
  })
}

type Shape = Pick<NetworkRow, 'diameter_mm' | 'pressure_mpa' | 'voltage_kv' | 'depth_m' | 'material' | 'protection_m'>

function mainShape(random: Random, theme: Theme, road: Road): Shape {
  const isWide = road.class === 'arterial'
  const none = { diameter_mm: null, pressure_mpa: null, voltage_kv: null }
  const depth = (low: number, high: number) => Math.round(random.range(low, high) * 100) / 100
  if (theme === 'water') {
    const diameter_mm = random.pick(isWide ? [400, 500, 600, 800] : [100, 150, 200, 300])
    return {
      ...none,
      diameter_mm,
      pressure_mpa: 0.35,
      depth_m: depth(0.9, 1.6),
      material: '球墨铸铁',
      protection_m: 1.5,
    }
  }
  if (theme === 'gas') {
    const diameter_mm = random.pick(isWide ? [250, 315, 400] : [110, 160, 200])
    return {
      ...none,
      diameter_mm,
      pressure_mpa: isWide ? 0.4 : 0.2,
      depth_m: depth(0.9, 1.4),
      material: isWide ? '钢管' : 'PE',
      protection_m: isWide ? 1.5 : 1,
    }
  }
  if (theme === 'power') {
    return {
      ...none,
      voltage_kv: isWide && random.chance(0.3) ? 110 : 10,
      depth_m: depth(0.7, 1.2),
      material: '电缆排管',
      protection_m: 0.75,
    }
  }
  if (theme === 'drainage') {
    return {
      ...none,
      diameter_mm: random.pick([400, 600, 800, 1000]),
      depth_m: depth(1.8, 3.6),
      material: '钢筋混凝土',
      protection_m: 1,
    }
  }
  return { ...none, depth_m: depth(0.6, 1), material: '塑料管块', protection_m: 0.5 }
}

function serviceShape(theme: Theme): Shape {
  const none = { diameter_mm: null, pressure_mpa: null, voltage_kv: null }
  if (theme === 'water')
    return { ...none, diameter_mm: 80, pressure_mpa: 0.3, depth_m: 0.8, material: 'PE', protection_m: 0.5 }
  if (theme === 'gas')
    return { ...none, diameter_mm: 63, pressure_mpa: 0.003, depth_m: 0.7, material: 'PE', protection_m: 0.5 }
  return { ...none, voltage_kv: 0.4, depth_m: 0.7, material: '电缆', protection_m: 0.5 }
}
