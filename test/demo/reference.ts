import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { calendarPublishedBy, publishedCalendars, toCalendar } from '../../server/clocks/published-calendars.ts'
import type { Calendar, Day } from '../../server/clocks/working-days.ts'
import { projectRoot } from '../../server/db/root.ts'
import type { RuleData } from '../../server/demo/limits.ts'

/** The calendar as published by a day, and the rules, from sql/data: what the demo's deadlines are counted by. */
export function readReference(today: Day): { calendar: Calendar; rules: RuleData[] } {
  const published = calendarPublishedBy(today, publishedCalendars(join(projectRoot, 'sql/data/calendars')))
  if (!published) throw new Error(`no calendar was published by ${today}`)
  const folder = join(projectRoot, 'sql/data/rules')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const rules = files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RuleData[])
  return { calendar: toCalendar(published), rules }
}
