import type { ClockUnit } from '../db/queries.gen.ts'
import { deadline, type Deadline, type Marks, type Pause } from './cards.ts'
import { addMonths, nextWorkingDay, previousWorkingDay, shanghaiDay, type Calendar, type Day } from './working-days.ts'

/** What a clock is counted by: a limit in days or hours, a limit in months, or a last day that something else fixed. */
export interface Terms {
  started_at: Date
  unit: ClockUnit
  statutory_limit: number | null
  promised_limit: number | null
  limit_months: number | null
  fixed_due_on: Day | null
  pauses: readonly Pause[]
}
/** Where a clock stands in time. `due_at` is the instant of a limit in hours. */
export interface Times {
  due_on: Day
  yellow_on: Day
  statutory_due_on: Day | null
  due_at: string | null
  provisional: boolean
}

/** Cards follow the promised limit where there is one; legality follows the statutory one. */
export function countClock(terms: Terms, calendar: Calendar, marks: Marks): Times {
  const { started_at, unit, pauses } = terms
  if (terms.fixed_due_on !== null) return fixed(terms.fixed_due_on, calendar)
  // 民法典 203: a last day that is a holiday gives way to the next working day
  if (terms.limit_months !== null)
    return fixed(nextWorkingDay(addMonths(shanghaiDay(started_at), terms.limit_months), calendar), calendar)
  const limit = terms.promised_limit ?? terms.statutory_limit
  if (limit === null) throw new Error('a clock without limit, months or last day')
  const times = known(deadline({ started_at, limit, unit, pauses }, calendar, marks))
  const legal =
    terms.statutory_limit === null
      ? null
      : known(deadline({ started_at, limit: terms.statutory_limit, unit, pauses }, calendar, marks))
  return {
    due_on: times.due_on,
    yellow_on: times.yellow_on,
    statutory_due_on: legal?.due_on ?? null,
    due_at: unit === 'hours' ? times.red_from.toISOString() : null,
    provisional: times.provisional || (legal?.provisional ?? false),
  }
}

/** The terms of a clock as its row keeps them: without any limit, its last day was fixed. */
export function termsOf(clock: {
  started_at: string
  unit: ClockUnit
  statutory_limit: number | null
  promised_limit: number | null
  limit_months: number | null
  due_on: Day
  pauses: readonly { paused_at: string; resumed_at: string | null }[]
}): Terms {
  const { statutory_limit, promised_limit, limit_months } = clock
  const isFixed = statutory_limit === null && promised_limit === null && limit_months === null
  return {
    started_at: new Date(clock.started_at),
    unit: clock.unit,
    statutory_limit,
    promised_limit,
    limit_months,
    fixed_due_on: isFixed ? clock.due_on : null,
    pauses: clock.pauses.map(({ paused_at, resumed_at }) => ({
      paused_at: new Date(paused_at),
      resumed_at: resumed_at === null ? null : new Date(resumed_at),
    })),
  }
}

function fixed(due_on: Day, calendar: Calendar): Times {
  return {
    due_on,
    yellow_on: previousWorkingDay(due_on, calendar),
    statutory_due_on: due_on,
    due_at: null,
    provisional: due_on > calendar.known_until,
  }
}

function known(times: Deadline) {
  if (times.due_on === null) throw new Error('a running clock cannot be held by an open pause')
  return times
}
