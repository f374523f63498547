import type { District } from '../../server/demo/district.ts'
import { generateDistrict } from '../../server/demo/generate.ts'
import { readReference } from './reference.ts'

const made = new Map<string, District>()

/** The demo district of a day, made once. */
export function districtOf(today: string): District {
  const district = made.get(today) ?? generateDistrict({ today, ...readReference(today) })
  made.set(today, district)
  return district
}

/** How many rows fall under each key. */
export function countBy<Row>(rows: readonly Row[], key: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1
  return counts
}
