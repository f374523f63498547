import { shanghaiDay } from '../clocks/working-days.ts'
import { fault, type At } from './fault.ts'
import { isDay, isInstant } from './time-values.ts'

/** Days asked for, both included; null is open. */
export interface Days {
  from: string | null
  to: string | null
}

/**
 * A `datetime` parameter as days in China: an instant, a day, or an interval `a/b` whose end may be open (`..` or nothing) or
 * an ISO 8601 duration. A day written `2026-03-01T`, as GDAL does, is that day. 422 says what it cannot read.
 */
export function readDatetime(text: string, at: At): Days {
  const ends = text.split('/')
  if (ends.length === 1) {
    const day = dayOf(ends[0]!, at)
    return { from: day, to: day }
  }
  const [a, b] = ends as [string, string]
  const [durationA, durationB] = [durationOf(a), durationOf(b)]
  if (ends.length > 2 || (durationA && durationB)) throw malformed(text, at)
  const from = durationA ? null : openDay(a, at)
  const to = durationB ? null : openDay(b, at)
  const days = {
    from: durationA && to ? moved(to, durationA, -1) : from,
    to: durationB && from ? moved(from, durationB, 1) : to,
  }
  if (((durationA || durationB) && !(from ?? to)) || (days.from && days.to && days.from > days.to))
    throw malformed(text, at)
  return days
}

const openDay = (text: string, at: At): string | null => (text === '' || text === '..' ? null : dayOf(text, at))

function dayOf(text: string, at: At): string {
  const day = text.replace(/T$/i, '')
  if (isDay(day)) return day
  if (isInstant(text)) return shanghaiDay(new Date(text))
  throw malformed(text, at)
}

type Duration = { months: number; days: number }

/** Years, months, weeks, days and hours; hours count as the days they begin. */
function durationOf(text: string): Duration | null {
  const found =
    /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:\d{1,6}M)?(?:\d{1,8}S)?)?$/.exec(
      text,
    )
  if (!found || text.endsWith('P') || text.endsWith('T')) return null
  const [years, months, weeks, days, hours] = found.slice(1).map((part) => Number(part ?? 0))
  return { months: years! * 12 + months!, days: weeks! * 7 + days! + Math.floor(hours! / 24) }
}

function moved(day: string, { months, days }: Duration, direction: 1 | -1): string {
  const [year, month, date] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year!, month! - 1 + direction * months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date!, last) + direction * days)
  return first.toISOString().slice(0, 10)
}

const malformed = (text: string, at: At) =>
  fault(at, 'filter/malformed-time', `不是时刻或区间：${text}`, `not an instant or interval: ${text}`)
