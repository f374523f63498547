import type { Days } from './days.ts'
import type { Cast } from './organisations.ts'
import { districtCode } from './organisations.ts'
import type { BlackoutRow, HoldRow } from './place-tables.ts'
import type { Random } from './random.ts'

const allKinds = ['road_excavation', 'pipeline_works', 'building_works', 'emergency_repair']

/** Blackout periods to come, so that a check-up has some to show and no dig of the day is stopped by one; and one promoter held by a warning. */
export function layRestrictions(
  random: Random,
  { days, today, cast }: { days: Days; today: number; cast: Cast },
): { blackout: BlackoutRow[]; hold: HoldRow[] } {
  const authority = cast.organisations.find(({ kind }) => kind === 'authority')!
  const at = days.at(today - 1, 600)
  const period = (name_zh: string, name_en: string, reason: string, after: number, length: number): BlackoutRow => ({
    district_code: districtCode,
    id: random.uuid(),
    name_zh,
    name_en,
    reason,
    basis: '区政府通告（演示）',
    kinds: allKinds,
    from_on: days.text(today + after),
    to_on: days.text(today + after + length - 1),
    organisation_id: authority.id,
    created_at: at,
  })
  const held = cast.organisations.filter(({ kind }) => kind === 'promoter').at(-1)!
  return {
    blackout: [
      period('重污染天气应急停工（演示）', 'Heavy-pollution stop (demo)', 'air_quality', 24, 3),
      period('春节停工期（演示）', 'Spring Festival blackout (demo)', 'festival', 70, 15),
    ],
    hold: [
      {
        district_code: districtCode,
        id: random.uuid(),
        promoter_id: held.id,
        organisation_id: authority.id,
        reason: '两次整改逾期（演示）',
        basis_zh: '行政许可法 第61条（监督检查；加倍抽查为演示值）',
        basis_en: 'Administrative Licensing Law art. 61 (supervision; doubled sampling is a demo value)',
        sampling_factor: 2,
        placed_at: at,
      },
    ],
  }
}
