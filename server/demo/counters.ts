import type { CounterRow } from './place-tables.ts'
import { districtCode } from './organisations.ts'

/** The last number given out in each series and year, so that the next reference follows on. */
export function countersOf(rows: readonly { reference: string }[]): CounterRow[] {
  const last = new Map<string, number>()
  for (const { reference } of rows) {
    const [series, , year, number] = reference.split('-') as [string, string, string, string]
    const key = `${series} ${year}`
    last.set(key, Math.max(last.get(key) ?? 0, Number(number)))
  }
  return [...last].map(([key, last_number]) => {
    const [series, year] = key.split(' ') as [string, string]
    return { district_code: districtCode, series, year: Number(year), last_number }
  })
}
