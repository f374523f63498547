import { isDay, shanghaiDay, type Day } from '../clocks/working-days.ts'

/** A day as a paper writes it: 2026年3月2日. */
export function chineseDay(day: Day): string {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** The day of an instant in Asia/Shanghai, as a paper writes it. */
export const chineseDayOf = (instant: string | Date): string => chineseDay(shanghaiDay(new Date(instant)))

/** A period with both its days. */
export const chinesePeriod = (from: Day, to: Day): string => `${chineseDay(from)}至${chineseDay(to)}`

/** A measure with its unit, without digits that nobody measured. */
export const measure = (value: number, unit: string, digits = 1): string => `${Number(value.toFixed(digits))} ${unit}`
