import type { Calendar, Day } from '../clocks/working-days.ts'
import { isWorkingDay, shiftDay } from '../clocks/working-days.ts'

/** Days as whole numbers (0 = 1970-01-01) with working days counted once, because the demo asks for tens of thousands of them. */
export interface Days {
  number(day: Day): number
  text(number: number): Day
  /** The n-th working day after a day, or before it when n is negative; n = 0 is the day itself. Agrees with addWorkingDays. */
  addWorking(number: number, n: number): number
  /** This day when it is a working day, otherwise the next one. */
  nextWorking(number: number): number
  /** The last working day before this one. */
  previousWorking(number: number): number
  /** An instant of the day in Asia/Shanghai, minutes after midnight. */
  at(number: number, minutes: number): string
}

/** Counts the days from one to another once; asking outside them is an error. */
export function countDays(calendar: Calendar, from: Day, to: Day): Days {
  const zero = numberOf(from)
  const last = numberOf(to)
  const texts: Day[] = []
  const workingDays: number[] = []
  /** For each day: how many working days there were up to and including it. */
  const passed: number[] = []
  for (let number = zero; number <= last; number++) {
    const text = number === zero ? from : shiftDay(texts[texts.length - 1]!, 1)
    texts.push(text)
    if (isWorkingDay(text, calendar)) workingDays.push(number)
    passed.push(workingDays.length)
  }
  const inside = (number: number) => {
    if (number < zero || number > last) throw new RangeError(`day ${number} lies outside the demo's calendar`)
    return number - zero
  }
  const isWorking = (number: number) => workingDays[passed[inside(number)]! - 1] === number
  const pick = (index: number) => workingDays[index] ?? inside(Infinity)
  return {
    number: numberOf,
    text: (number) => texts[inside(number)]!,
    addWorking: (number, n) => {
      if (n === 0) return number
      const before = passed[inside(number)]! - (n < 0 && isWorking(number) ? 1 : 0)
      return pick(n > 0 ? before + n - 1 : before + n)
    },
    nextWorking: (number) => (isWorking(number) ? number : pick(passed[inside(number)]!)),
    previousWorking: (number) => pick(passed[inside(number)]! - (isWorking(number) ? 2 : 1)),
    at: (number, minutes) => texts[inside(number)]! + clockTimes[minutes]!,
  }
}

/** Times of day in Asia/Shanghai by the minute. */
const clockTimes = Array.from(
  { length: 1440 },
  (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00+08:00`,
)

function numberOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
