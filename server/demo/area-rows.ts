import type { AdminAreaRow, BasemapRow } from './place-tables.ts'
import type { Landscape } from './landscape.ts'
import { districtCode } from './organisations.ts'
import { multiPolygon } from './plane.ts'
import type { Random } from './random.ts'
import type { Division } from './streets.ts'

const source = '演示：手绘近似轮廓，非法定边界 / demo: approximate outline drawn by hand, no legal boundary'

/** The district and its streets and towns. Coded under 510116; who administers each is said apart. */
export function areaRows({ outline, streets }: Division): AdminAreaRow[] {
  const valid_from = '2016-01-01'
  const county: AdminAreaRow = {
    code: String(districtCode),
    valid_from,
    parent_code: '510100',
    level: 'county',
    name_zh: '双流区(演示)',
    name_en: 'Shuangliu District (demo)',
    administered_by: '双流区',
    source,
    geom: multiPolygon([outline]),
  }
  return [
    county,
    ...streets.map((street): AdminAreaRow => ({
      code: street.code,
      valid_from,
      parent_code: county.code,
      level: 'street',
      name_zh: street.name_zh,
      name_en: street.name_en,
      administered_by: street.managed_by,
      source,
      geom: multiPolygon([street.ring]),
    })),
  ]
}

/** Water, green, airport and landmarks of our own base map. */
export function basemapRows(random: Random, { rivers, places }: Landscape): BasemapRow[] {
  const row = (
    theme: BasemapRow['theme'],
    { name_zh, name_en, ring }: Pick<Landscape['places'][number], 'name_zh' | 'name_en' | 'ring'>,
  ): BasemapRow => ({
    district_code: districtCode,
    id: random.uuid(),
    theme,
    name_zh,
    name_en,
    source,
    geom: multiPolygon([ring]),
  })
  return [...rivers.map((river) => row('water', river)), ...places.map((place) => row(place.theme, place))]
}
