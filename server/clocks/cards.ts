import type { Calendar, Day } from './working-days.ts'
import {
  isKnown,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  shanghaiDay,
  shiftDay,
  startOfDay,
} from './working-days.ts'

export type Card = 'none' | 'yellow' | 'red'
export type ClockUnit = 'working_days' | 'calendar_days' | 'hours'

/** Time that is not counted, with the legal ground in the file (行政许可法 45). Open while `resumed_at` is null. */
export type Pause = { paused_at: Date; resumed_at: Date | null }
export type Limit = { started_at: Date; limit: number; unit: ClockUnit; pauses?: readonly Pause[] }

/** When yellow begins: a share of the limit consumed, or so many working days left. The rule `card` gives both, per place and date. */
export interface Marks {
  yellow_share: number
  yellow_working_days_left: number
}

/**
 * Where a clock stands in time. `due_on` is the last day in time and `yellow_on` the first yellow day, in Asia/Shanghai;
 * `yellow_from` and `red_from` are the same as instants. All null while an open pause holds the clock.
 */
export type Deadline =
  | { due_on: Day; yellow_on: Day; yellow_from: Date; red_from: Date; provisional: boolean }
  | { due_on: null; yellow_on: null; yellow_from: null; red_from: null; provisional: true }

const HOUR_MS = 3_600_000
const paused: Deadline = { due_on: null, yellow_on: null, yellow_from: null, red_from: null, provisional: true }

/**
 * The deadline of a limit and the day its yellow card falls. Yellow is "90 % consumed or one working day left" (in the numbers
 * of `marks`), whichever comes first: the ⌈0.9 n⌉-th counted day, or the last working day before the last day. Red is any time
 * after the last day. Hours have no "working day left": yellow by the share. A paused day follows 民法典 201 like the limit itself: the day
 * of pausing still counts, the day of resuming does not.
 */
export function deadline({ started_at, limit, unit, pauses = [] }: Limit, calendar: Calendar, marks: Marks): Deadline {
  if (limit < 0 || !(unit === 'hours' ? Number.isFinite(limit) : Number.isSafeInteger(limit))) {
    throw new RangeError(`not a limit in ${unit}: ${limit}`)
  }
  if (unit === 'hours') return inHours(started_at, limit, pauses, marks)
  const started_on = shanghaiDay(started_at)
  const stretches = pauses.map(({ paused_at, resumed_at }) => ({
    after: shanghaiDay(paused_at),
    through: resumed_at && shanghaiDay(resumed_at),
  }))
  const last = countOut(started_on, limit, unit, stretches, calendar)
  const most = countOut(started_on, consumed(limit, marks), unit, stretches, calendar)
  if (last === null || most === null) return paused
  const due_on = nextWorkingDay(last, calendar)
  const yellow_on = latest(started_on, earliest(most, workingDaysBefore(due_on, marks, calendar)))
  const provisional = !isKnown(last, calendar) || !isKnown(due_on, calendar) || started_on < calendar.known_from
  return {
    due_on,
    yellow_on,
    yellow_from: startOfDay(yellow_on),
    red_from: startOfDay(shiftDay(due_on, 1)),
    provisional,
  }
}

/** The card of a clock on a day: yellow from its yellow day through its last day, red after it, none while paused. */
export function cardOn(day: Day, { yellow_on, due_on }: { yellow_on: Day | null; due_on: Day | null }): Card {
  if (yellow_on === null || due_on === null) return 'none'
  if (day > due_on) return 'red'
  return day >= yellow_on ? 'yellow' : 'none'
}

/** The card of a clock at an instant: the same as `cardOn` for days, and exact for hours. */
export function cardAt(now: Date, { yellow_from, red_from }: Pick<Deadline, 'yellow_from' | 'red_from'>): Card {
  if (yellow_from === null || red_from === null) return 'none'
  if (now >= red_from) return 'red'
  return now >= yellow_from ? 'yellow' : 'none'
}

// Rounded to a millionth first: 20 × 0.9 is eighteen, not a hair more.
const consumed = (limit: number, { yellow_share }: Marks) => Math.ceil(Math.round(limit * yellow_share * 1e6) / 1e6)

function workingDaysBefore(due_on: Day, { yellow_working_days_left }: Marks, calendar: Calendar): Day {
  let day = due_on
  for (let left = yellow_working_days_left; left > 0; left -= 1) day = previousWorkingDay(day, calendar)
  return day
}

type Stretch = { after: Day; through: Day | null }

/** The n-th counted day after the start that no pause covers; null when an open pause comes before it. */
function countOut(from: Day, n: number, unit: ClockUnit, stretches: Stretch[], calendar: Calendar): Day | null {
  let day = from
  for (let left = n; left > 0;) {
    day = shiftDay(day, 1)
    const held = stretches.find(({ after, through }) => day > after && (through === null || day <= through))
    if (held?.through === null) return null
    if (!held && (unit === 'calendar_days' || isWorkingDay(day, calendar))) left -= 1
  }
  return day
}

function inHours(started_at: Date, limit: number, pauses: readonly Pause[], marks: Marks): Deadline {
  const red_from = runOut(started_at, limit * HOUR_MS, pauses)
  const yellow_from = runOut(started_at, limit * HOUR_MS * marks.yellow_share, pauses)
  if (red_from === null || yellow_from === null) return paused
  return {
    due_on: shanghaiDay(red_from),
    yellow_on: shanghaiDay(yellow_from),
    yellow_from,
    red_from,
    provisional: false,
  }
}

/** The instant at which so many milliseconds outside all pauses have gone by; null when an open pause comes first. */
function runOut(started_at: Date, ms: number, pauses: readonly Pause[]): Date | null {
  let at = started_at.getTime()
  let left = ms
  for (const { paused_at, resumed_at } of pauses.toSorted((a, b) => a.paused_at.getTime() - b.paused_at.getTime())) {
    if (resumed_at && resumed_at.getTime() <= at) continue
    const running = Math.max(0, paused_at.getTime() - at)
    if (running >= left) break
    if (resumed_at === null) return null
    left -= running
    at = resumed_at.getTime()
  }
  return new Date(at + left)
}

function earliest(a: Day, b: Day): Day {
  return a < b ? a : b
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b
}
