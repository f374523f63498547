import { addMonths } from '../clocks/working-days.ts'
import type { Days } from './days.ts'
import type { ClockRow } from './dig-tables.ts'

/** A dated rule as sql/data/rules has it. */
export interface RuleData {
  jurisdiction: string
  key: string
  valid_from: string
  valid_to: string | null
  value: { statutory?: number; promised?: number; months?: number }
  unit: string | null
  basis_zh: string
  basis_en: string
}

/** The rule with this key in force on a day: the district's own before the nation's; before the first one, the first one. */
export type RuleOn = (key: string, day: string) => RuleData

/** Finds rules by key and day, for one district. */
export function createRuleOn(rules: readonly RuleData[], district_code: number): RuleOn {
  const byKey = new Map<string, RuleData[]>()
  const rank = (rule: RuleData) => (rule.jurisdiction === String(district_code) ? 0 : 1)
  for (const rule of rules) byKey.set(rule.key, [...(byKey.get(rule.key) ?? []), rule])
  for (const list of byKey.values()) list.sort((a, b) => rank(a) - rank(b) || (a.valid_from < b.valid_from ? 1 : -1))
  return (key, day) => {
    const list = byKey.get(key)
    const found =
      list?.find((rule) => rule.valid_from <= day && (rule.valid_to === null || rule.valid_to > day)) ?? list?.at(-1)
    if (!found) throw new Error(`no rule ${key} on ${day}`)
    return found
  }
}

/** When a clock started: a day (see Days) and a minute after midnight. */
export interface Moment {
  day: number
  minute: number
}

export type Counted = Pick<ClockRow, 'due_on' | 'statutory_due_on' | 'due_at' | 'yellow_on'>

/** The same days that server/clocks counts, from the demo's counted calendar; a test compares the two. */
export function countClock(days: Days, rule: RuleData, started: Moment, fixedDueOn?: string): Counted {
  const { statutory, promised, months } = rule.value
  const due = fixedDueOn ?? (months === undefined ? undefined : endOfMonths(days, started.day, months))
  if (due !== undefined) {
    const yellow_on = days.text(days.previousWorking(days.number(due)))
    return { due_on: due, statutory_due_on: due, due_at: null, yellow_on }
  }
  const limit = promised ?? statutory
  if (limit === undefined) throw new Error(`rule ${rule.key} has no limit`)
  if (rule.unit === 'hours') return inHours(days, started, limit)
  const last = days.addWorking(started.day, limit)
  const most = days.addWorking(started.day, Math.ceil((limit * 9) / 10))
  const yellow = Math.max(started.day, Math.min(most, days.previousWorking(last)))
  const statutory_due_on = statutory === undefined ? null : days.text(days.addWorking(started.day, statutory))
  return { due_on: days.text(last), statutory_due_on, due_at: null, yellow_on: days.text(yellow) }
}

/** 民法典 202, 203: the same day of a later month, or the next working day. */
export function endOfMonths(days: Days, from: number, months: number): string {
  return days.text(days.nextWorking(days.number(addMonths(days.text(from), months))))
}

function inHours(days: Days, { day, minute }: Moment, limit: number): Counted {
  const on = (minutes: number) => ({ day: day + Math.floor(minutes / 1440), minute: minutes % 1440 })
  const end = on(minute + limit * 60)
  const due_on = days.text(end.day)
  return {
    due_on,
    statutory_due_on: due_on,
    due_at: days.at(end.day, end.minute),
    yellow_on: days.text(on(minute + limit * 54).day),
  }
}
