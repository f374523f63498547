import { addMonths } from '../clocks/working-days.ts'
import { shiftDay, type Day } from '../clocks/working-days.ts'

/** A stretch of days in which no works may start, both ends in it. */
export interface Closed {
  from_on: Day
  last_on: Day
}

/** The first day, from one on, that lies in none of the stretches. */
export function firstOpenDay(from: Day, closed: readonly Closed[]): Day {
  let day = from
  for (;;) {
    const over = closed.find(({ from_on, last_on }) => from_on <= day && day <= last_on)
    if (!over) return day
    day = shiftDay(over.last_on, 1)
  }
}

export const latestOf = (...days: (Day | null)[]): Day =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1)!

export interface Band {
  years_left_over: number
  factor: number
}

/** By how much the restoration fee of a road is multiplied when it is dug on a day inside its no-dig years; 1 outside them or without bands. */
export function feeFactor(bands: readonly Band[], day: Day, open_until: Day | null): number {
  if (open_until === null || open_until <= day) return 1
  const over = bands
    .filter(({ years_left_over }) => addMonths(day, 12 * years_left_over) < open_until)
    .toSorted((a, b) => b.years_left_over - a.years_left_over)
  return over[0]?.factor ?? 1
}
