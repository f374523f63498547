import type { z } from 'zod'
import type { Context } from '../context.ts'
import { field, invalid, Problem, type FieldError } from '../http/problem.ts'
import type { noticeSchema } from './published-calendars.ts'
import { shanghaiDay } from './working-days.ts'

export type Notice = z.infer<typeof noticeSchema>

/**
 * Takes in a notice of the State Council: from now on deadlines are counted by it, and the next recount moves those that run.
 * 409 when the notice is known, 422 names the day that cannot be. Returns the version of the calendar.
 */
export async function publishCalendar(ctx: Context, notice: Notice): Promise<string> {
  if (ctx.actor.role !== 'admin') throw new Problem(403, 'clocks/admin-only')
  const errors = faultsOf(notice, shanghaiDay(ctx.now))
  if (errors.length > 0) throw invalid('clocks/invalid-calendar', errors)
  const version = `${notice.jurisdiction}:${notice.published_on}`
  const published = await ctx.system(async () => {
    const inserted = await ctx.tx.one('clocks/insert_calendar_version', {
      version,
      jurisdiction: notice.jurisdiction,
      published_on: notice.published_on,
      known_from: `${notice.year}-01-01`,
      known_until: notice.known_until,
      source: notice.notice,
    })
    if (inserted) await ctx.tx.run('clocks/insert_calendar_days', { version, days: JSON.stringify(notice.days) })
    return inserted
  })
  if (!published) throw new Problem(409, 'clocks/calendar-known', { version })
  await ctx.audit({
    action: 'clocks.publish_calendar',
    subject_kind: 'calendar',
    detail: { version, year: notice.year },
  })
  return version
}

/** A notice rules one year, and may name days of the December before (2018-12-29 stands in the notice for 2019). */
function faultsOf({ year, published_on, known_until, days }: Notice, today: string): FieldError[] {
  const errors: FieldError[] = []
  if (published_on > today)
    errors.push(
      field('/published_on', 'clocks/not-published-yet', '通知日期晚于今天', 'the notice is dated after today'),
    )
  if (!known_until.startsWith(`${year}-`))
    errors.push(
      field('/known_until', 'clocks/outside-year', '不在通知所定年度内', 'not in the year that the notice rules'),
    )
  const seen = new Set<string>()
  for (const [i, { day }] of days.entries()) {
    if (!day.startsWith(`${year}-`) && !day.startsWith(`${year - 1}-12-`))
      errors.push(
        field(`/days/${i}/day`, 'clocks/outside-year', '不在通知所定年度内', 'not in the year that the notice rules'),
      )
    if (seen.has(day))
      errors.push(field(`/days/${i}/day`, 'clocks/day-twice', '日期重复', 'the day stands there twice'))
    seen.add(day)
  }
  return errors
}
