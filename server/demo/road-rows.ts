import type { Days } from './days.ts'
import type { Dig } from './digs.ts'
import type { RoadRow } from './place-tables.ts'
import { districtCode } from './organisations.ts'
import { multiLine } from './plane.ts'
import type { Random } from './random.ts'
import type { Road } from './roads.ts'

/** Road segments with their hand-over and overhaul days. Streets not dug of late may be new (no digging for five years after
 * hand-over) or lately overhauled (three years; 城市道路管理条例 33); those that were dug are older. */
export function roadRows(
  random: Random,
  days: Days,
  today: number,
  roads: readonly Road[],
  digs: readonly Dig[],
): RoadRow[] {
  const dugSince = new Map<Road, number>()
  for (const dig of digs) {
    for (const { road } of dig.place.sites) dugSince.set(road, Math.max(dugSince.get(road) ?? 0, dig.life.to))
  }
  return roads.map((road) => {
    const isQuiet = (dugSince.get(road) ?? 0) < today - 5 * 366
    const isNew = isQuiet && random.chance(0.22)
    const isOverhauled = isQuiet && !isNew && random.chance(0.25)
    const handedOver = isNew ? today - random.between(30, 5 * 365 - 20) : day(random, 1996, 2013)
    return {
      district_code: districtCode,
      id: road.id,
      code: road.code,
      name: road.name.zh,
      name_en: road.name.en,
      class: road.class,
      lanes: road.lanes,
      width_m: road.width,
      surface: road.class === 'local' && random.chance(0.3) ? 'concrete' : 'asphalt',
      handed_over_on: typeof handedOver === 'string' ? handedOver : days.text(handedOver),
      overhauled_on: isOverhauled
        ? days.text(today - random.between(20, 3 * 365 - 20))
        : random.chance(0.3)
          ? day(random, 2015, 2019)
          : null,
      geom: multiLine([road.line]),
      updated_at: days.at(today - 1, 540),
    }
  })
}

function day(random: Random, from: number, to: number): string {
  return `${random.between(from, to)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`
}
