import type { Context } from '../context.ts'
import { shanghaiDay, type Calendar } from './working-days.ts'

const known = new Map<string, Calendar>()

/** The statutory calendar as published by now. A later notice makes another version, so a version never changes once read. */
export async function currentCalendar(ctx: Context): Promise<Calendar> {
  const day = shanghaiDay(ctx.now)
  const version = await ctx.tx.one('clocks/find_calendar_version', { day })
  if (!version) throw new Error(`no calendar was published by ${day}`)
  const key = `${version.version}:${version.known_until}`
  const cached = known.get(key)
  if (cached) return cached
  const days = await ctx.tx.many('clocks/list_calendar_days', { day })
  const calendar: Calendar = { ...version, days: new Map(days.map((row) => [row.day, row.is_working])) }
  known.set(key, calendar)
  return calendar
}
