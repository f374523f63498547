import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Calendar, Day } from './working-days.ts'

/** A row of `calendar_day` without its version. */
export type CalendarDay = { day: Day; is_working: boolean; name_zh: string; name_en: string }

/** What was known of the calendar once a notice was out: a row of `calendar_version` and its days. */
export type PublishedCalendar = {
  version: string
  jurisdiction: string
  published_on: Day
  known_from: Day
  known_until: Day
  source: string
  days: CalendarDay[]
}

/** One notice as sql/data/calendars has it: exceptions only, all days of its year. */
export const noticeSchema = z.strictObject({
  jurisdiction: z.string().regex(/^(CN|\d{6})$/),
  year: z.int(),
  published_on: z.iso.date(),
  known_until: z.iso.date(),
  notice: z.url(),
  source: z.string(),
  note: z.string().optional(),
  days: z.array(
    z.strictObject({ day: z.iso.date(), is_working: z.boolean(), name_zh: z.string(), name_en: z.string() }),
  ),
})
type Notice = z.infer<typeof noticeSchema>

/**
 * Every state of the statutory calendar, oldest first: one per notice, each complete in itself. A later notice for a
 * year replaces the earlier one. The version is the jurisdiction and the day of the newest notice, `CN:2025-11-04`.
 */
export function publishedCalendars(folder = 'sql/data/calendars'): PublishedCalendar[] {
  const notices = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => noticeSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .sort((a, b) => (a.published_on < b.published_on ? -1 : 1))
  return notices.map((newest, index) => merge(notices.slice(0, index + 1), newest))
}

/** The calendar that counts days, from one published state. */
export function toCalendar({ version, known_from, known_until, days }: PublishedCalendar): Calendar {
  return { version, known_from, known_until, days: new Map(days.map(({ day, is_working }) => [day, is_working])) }
}

/** The newest calendar published on or before a day; undefined before the first notice. */
export function calendarPublishedBy(day: Day, calendars: PublishedCalendar[]): PublishedCalendar | undefined {
  return calendars.findLast(({ published_on }) => published_on <= day)
}

function merge(notices: Notice[], newest: Notice): PublishedCalendar {
  const byYear = new Map(notices.map((notice) => [notice.year, notice]))
  const inForce = [...byYear.values()].sort((a, b) => a.year - b.year)
  const days = new Map(inForce.flatMap((notice) => notice.days.map((day) => [day.day, day] as const)))
  return {
    version: `${newest.jurisdiction}:${newest.published_on}`,
    jurisdiction: newest.jurisdiction,
    published_on: newest.published_on,
    known_from: `${inForce[0]?.year ?? newest.year}-01-01`,
    known_until: inForce.at(-1)?.known_until ?? newest.known_until,
    source: newest.notice,
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}
