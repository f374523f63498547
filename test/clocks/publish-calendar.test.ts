import { expect, test } from 'vitest'
import { world } from '../world.ts'

/** A notice for a year that no other test counts in: the calendar is shared by all districts of a database. */
const notice = {
  jurisdiction: 'CN',
  year: 2031,
  published_on: '2030-11-04',
  known_until: '2031-12-31',
  notice: 'https://www.gov.cn/zhengce/example-2031.htm',
  source: 'a test',
  days: [
    { day: '2031-01-01', is_working: false, name_zh: '元旦', name_en: "New Year's Day" },
    { day: '2031-01-04', is_working: true, name_zh: '元旦', name_en: "New Year's Day" },
  ],
}

test("next year's notice comes in once, and deadlines are counted by it from that day on", async () => {
  const w = await world({ now: '2030-11-05T02:00:00Z' })
  const admin = w.as(await w.member('admin'))
  const ask = async () => (await w.as(null).get('/api/clocks/deadline?from=2030-12-31&working_days=1')).body
  expect(await ask()).toMatchObject({ due_on: '2031-01-01', provisional: true })
  expect(await admin.post('/api/calendars', notice)).toMatchObject({ status: 201, body: { version: 'CN:2030-11-04' } })
  expect(await ask()).toEqual({ due_on: '2031-01-02', provisional: false, calendar_version: 'CN:2030-11-04' })
  expect((await admin.post('/api/calendars', notice)).body.code).toBe('clocks/calendar-known')
  const { calendars } = (await w.as(null).get('/api/calendars')).body
  expect(calendars[0]).toMatchObject({ version: 'CN:2030-11-04', days_off: 1, days_worked: 1 })
})

test('only the administrator takes a notice in, and a day that cannot be is named', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const authority = w.as(await w.member('authority'))
  const admin = w.as(await w.member('admin'))
  expect((await authority.post('/api/calendars', notice)).status).toBe(403)
  const later = await admin.post('/api/calendars', {
    ...notice,
    days: [...notice.days, notice.days[0], { ...notice.days[0], day: '2032-01-01' }],
  })
  expect(later.status).toBe(422)
  expect(later.body.errors.map((e: { pointer: string; code: string }) => [e.pointer, e.code])).toEqual([
    ['/published_on', 'clocks/not-published-yet'],
    ['/days/2/day', 'clocks/day-twice'],
    ['/days/3/day', 'clocks/outside-year'],
  ])
})
