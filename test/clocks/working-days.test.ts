import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calendarPublishedBy, publishedCalendars, toCalendar } from '../../server/clocks/published-calendars.ts'
import {
  addCalendarDays,
  addWorkingDays,
  countWorkingDays,
  isDay,
  isWorkingDay,
  shanghaiDay,
  shiftDay,
  startOfDay,
} from '../../server/clocks/working-days.ts'

const vectors = JSON.parse(readFileSync('fixtures/calendars/vectors.json', 'utf8')) as {
  working_days: { from: string; n: number; due_on: string; why: string }[]
  working_days_in_year: Record<string, number>
}
const published = publishedCalendars()
const calendar = toCalendar(published.at(-1)!)
const known = fc.integer({ min: 0, max: 3900 }).map((n) => shiftDay('2016-01-01', n))

test.each(vectors.working_days)('$from + $n working days is $due_on: $why', ({ from, n, due_on }) => {
  expect(addWorkingDays(from, n, calendar)).toEqual({ due_on, provisional: false })
})

test.each(Object.entries(vectors.working_days_in_year))('%s has %i working days', (year, count) => {
  expect(countWorkingDays(`${Number(year) - 1}-12-31`, `${year}-12-31`, calendar)).toBe(count)
})

test('a limit that ends after the published year is provisional and follows Monday to Friday', () => {
  expect(addWorkingDays('2026-12-30', 1, calendar)).toEqual({ due_on: '2026-12-31', provisional: false })
  expect(addWorkingDays('2026-12-30', 2, calendar)).toEqual({ due_on: '2027-01-01', provisional: true })
  expect(addCalendarDays('2026-12-30', 1, calendar)).toEqual({ due_on: '2026-12-31', provisional: false })
  expect(addCalendarDays('2026-12-30', 4, calendar)).toEqual({ due_on: '2027-01-04', provisional: true })
})

test('a limit that begins before the first published year is provisional', () => {
  expect(addWorkingDays('2015-12-30', 3, calendar).provisional).toBe(true)
  expect(addWorkingDays('2015-12-31', 1, calendar)).toEqual({ due_on: '2016-01-04', provisional: false })
})

test('the deadline of an old matter depends on the notice in force: Spring Festival 2020', () => {
  const before = calendarPublishedBy('2020-01-26', published)!
  const after = calendarPublishedBy('2020-01-27', published)!
  expect([before.version, after.version]).toEqual(['CN:2019-11-21', 'CN:2020-01-27'])
  expect(addWorkingDays('2020-01-20', 20, toCalendar(before)).due_on).toBe('2020-02-21')
  expect(addWorkingDays('2020-01-20', 20, toCalendar(after)).due_on).toBe('2020-02-25')
  expect(isWorkingDay('2020-02-01', toCalendar(before))).toBe(true)
  expect(isWorkingDay('2020-02-01', toCalendar(after))).toBe(false)
})

test('the notice of March 2019 moves Labour Day', () => {
  const before = toCalendar(calendarPublishedBy('2019-03-21', published)!)
  const after = toCalendar(calendarPublishedBy('2019-03-22', published)!)
  const days = ['2019-04-28', '2019-05-01', '2019-05-02', '2019-05-03', '2019-05-05']
  expect(days.map((day) => isWorkingDay(day, before))).toEqual([false, false, true, true, false])
  expect(days.map((day) => isWorkingDay(day, after))).toEqual([true, false, false, false, true])
})

test('every notice gives a complete calendar of its own, the newest known until the end of 2026', () => {
  expect(published).toHaveLength(13)
  expect(calendar).toMatchObject({ version: 'CN:2025-11-04', known_from: '2016-01-01', known_until: '2026-12-31' })
  expect(new Set(published.map(({ version }) => version)).size).toBe(13)
  for (const one of published) expect(new Set(one.days.map(({ day }) => day)).size).toBe(one.days.length)
})

test('a file lists exceptions or named holidays only: no ordinary working day, and work only at weekends', () => {
  for (const { day, is_working } of published.at(-1)!.days) {
    const weekday = startOfDay(day).getTime() + 8 * 3_600_000
    if (is_working) expect([0, 6]).toContain(new Date(weekday).getUTCDay())
  }
})

test('a last day in a holiday gives way to the next working day, a make-up Saturday does not', () => {
  expect(addCalendarDays('2025-09-16', 15, calendar).due_on).toBe('2025-10-09')
  expect(addCalendarDays('2026-02-13', 1, calendar).due_on).toBe('2026-02-14')
  expect(addCalendarDays('2025-06-13', 15, calendar).due_on).toBe('2025-06-30')
})

test('counting back finds the number that was added', () => {
  fc.assert(
    fc.property(known, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const { due_on } = addWorkingDays(from, n, calendar)
      expect(isWorkingDay(due_on, calendar)).toBe(true)
      expect(countWorkingDays(from, due_on, calendar)).toBe(n)
      expect(countWorkingDays(due_on, from, calendar)).toBe(-n)
    }),
  )
})

test('two limits one after the other are the limit of their sum', () => {
  const days = fc.integer({ min: 1, max: 40 })
  fc.assert(
    fc.property(known, days, days, (from, a, b) => {
      const middle = addWorkingDays(from, a, calendar).due_on
      expect(addWorkingDays(middle, b, calendar).due_on).toBe(addWorkingDays(from, a + b, calendar).due_on)
    }),
  )
})

test('the day is the day in Shanghai, whatever the zone of the server', () => {
  expect(shanghaiDay(new Date('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01')
  expect(shanghaiDay(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
  expect(startOfDay('2026-03-02').toISOString()).toBe('2026-03-01T16:00:00.000Z')
})

test('only days that exist are days', () => {
  expect(['2024-02-29', '2026-12-31'].map(isDay)).toEqual([true, true])
  expect(['2025-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00:00Z', ''].map(isDay)).toEqual(Array(5).fill(false))
  expect(() => addWorkingDays('2025-02-29', 1, calendar)).toThrow(RangeError)
  expect(() => addWorkingDays('2025-02-28', -1, calendar)).toThrow(RangeError)
  expect(() => addWorkingDays('2025-02-28', 1.5, calendar)).toThrow(RangeError)
})
