/** A calendar day 'YYYY-MM-DD' in Asia/Shanghai. */
export type Day = string

/** The exceptions to Monday–Friday, and the first and last day for which they are known. */
export type Calendar = {
  version: string
  known_from: Day
  known_until: Day
  days: ReadonlyMap<Day, boolean>
}

/** A last day; provisional when the calendar did not know every day that was counted. */
export type DueDay = { due_on: Day; provisional: boolean }

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

/**
 * The last day of a limit of n working days. The start day is not counted (民法典 201); statutory holidays are not
 * counted, make-up weekends are (行政许可法 82). With n = 0 it is the start day, or the next working day.
 */
export function addWorkingDays(from: Day, n: number, calendar: Calendar): DueDay {
  assertCount(n)
  if (n === 0) return until(from, nextWorkingDay(from, calendar), calendar)
  let day = from
  for (let left = n; left > 0;) {
    day = shiftDay(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return until(from, day, calendar)
}

/**
 * The last day of a limit of n calendar days. The start day is not counted (民法典 201); a last day that is a holiday
 * or a rest day gives way to the next working day (民法典 203).
 */
export function addCalendarDays(from: Day, n: number, calendar: Calendar): DueDay {
  assertCount(n)
  const due_on = nextWorkingDay(shiftDay(from, n), calendar)
  return { due_on, provisional: !isKnown(due_on, calendar) || !isKnown(shiftDay(from, n), calendar) }
}

/** The same day of the month, n months later; the month's last day where there is none (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** How many working days lie after `from` up to and including `to`; negative when `to` lies before `from`. */
export function countWorkingDays(from: Day, to: Day, calendar: Calendar): number {
  if (to < from) return -countWorkingDays(to, from, calendar)
  let count = 0
  for (let day = shiftDay(from, 1); day <= to; day = shiftDay(day, 1)) if (isWorkingDay(day, calendar)) count += 1
  return count
}

/** How many calendar days lie after `from` up to and including `to`. */
export function countDays(from: Day, to: Day): number {
  return Math.round((dayMs(to) - dayMs(from)) / DAY_MS)
}

/** Whether offices work on this day: the calendar's word, otherwise Monday to Friday. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  const listed = calendar.days.get(day)
  if (listed !== undefined) return listed
  const weekday = new Date(dayMs(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** This day when it is a working day, otherwise the next one. */
export function nextWorkingDay(day: Day, calendar: Calendar): Day {
  let next = day
  while (!isWorkingDay(next, calendar)) next = shiftDay(next, 1)
  return next
}

/** The last working day before this one. */
export function previousWorkingDay(day: Day, calendar: Calendar): Day {
  let previous = shiftDay(day, -1)
  while (!isWorkingDay(previous, calendar)) previous = shiftDay(previous, -1)
  return previous
}

/** Whether the calendar knows the exceptions around this day. */
export function isKnown(day: Day, calendar: Calendar): boolean {
  return day >= calendar.known_from && day <= calendar.known_until
}

/** The day n days later, or earlier when n is negative. */
export function shiftDay(day: Day, n: number): Day {
  return new Date(dayMs(day) + n * DAY_MS).toISOString().slice(0, 10)
}

/** The day on which an instant falls in Asia/Shanghai: UTC+8 the year round since 1991, when summer time ended. */
export function shanghaiDay(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** The instant at which a day begins in Asia/Shanghai. */
export function startOfDay(day: Day): Date {
  return new Date(dayMs(day) - SHANGHAI_MS)
}

/** Whether a text is a day that exists, written 'YYYY-MM-DD'. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text)
}

function dayMs(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  return Date.parse(`${day}T00:00:00Z`)
}

function until(from: Day, due_on: Day, calendar: Calendar): DueDay {
  return { due_on, provisional: !isKnown(due_on, calendar) || shiftDay(from, 1) < calendar.known_from }
}

function assertCount(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a count of days: ${n}`)
}
