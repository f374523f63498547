import type { Bind } from './columns.ts'
import { fault, type At } from './fault.ts'

/** A day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith('0000') && roundTrips(text)
}

/** An RFC 3339 instant with its offset. */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i.test(text) &&
    isDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
  )
}

export function bindDay(bind: Bind, text: string, at: At): string {
  if (isDay(text)) return `${bind(text)}::date`
  throw fault(at, 'filter/malformed-time', `不是日期：${text}`, `not a day (YYYY-MM-DD): ${text}`)
}

export function bindInstant(bind: Bind, text: string, at: At): string {
  if (isInstant(text)) return `${bind(new Date(text).toISOString())}::timestamptz`
  throw fault(at, 'filter/malformed-time', `不是时刻：${text}`, `not an instant (RFC 3339 with its offset): ${text}`)
}

function roundTrips(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)
}
