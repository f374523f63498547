import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardAt, cardOn, deadline, type ClockUnit } from '../../server/clocks/cards.ts'
import { marks } from './marks.ts'
import { publishedCalendars, toCalendar } from '../../server/clocks/published-calendars.ts'
import {
  addCalendarDays,
  addWorkingDays,
  countWorkingDays,
  shiftDay,
  startOfDay,
} from '../../server/clocks/working-days.ts'

const calendar = toCalendar(publishedCalendars().at(-1)!)
const noon = (day: string) => new Date(startOfDay(day).getTime() + 12 * 3_600_000)
const days = (started_on: string, limit: number, unit: ClockUnit, pauses: [string, string | null][] = []) =>
  deadline(
    {
      started_at: noon(started_on),
      limit,
      unit,
      pauses: pauses.map(([from, to]) => ({ paused_at: noon(from), resumed_at: to === null ? null : noon(to) })),
    },
    calendar,
    marks,
  )

test.each([
  [1, '2025-03-03', '2025-03-04', 'one day: yellow from the start'],
  [2, '2025-03-04', '2025-03-05', 'two days: yellow on the first'],
  [5, '2025-03-07', '2025-03-10', 'one working day left comes before 90 %'],
  [10, '2025-03-14', '2025-03-17', 'both on the ninth day'],
  [20, '2025-03-27', '2025-03-31', '90 % of twenty is the eighteenth day'],
])('%i working days from 2025-03-03: yellow on %s, last day %s (%s)', (limit, yellow_on, due_on) => {
  expect(days('2025-03-03', limit, 'working_days')).toMatchObject({ yellow_on, due_on, provisional: false })
})

test('fifteen calendar days that end in National Day: yellow on the last working day before', () => {
  expect(days('2025-09-16', 15, 'calendar_days')).toMatchObject({ yellow_on: '2025-09-30', due_on: '2025-10-09' })
})

test('a card is none, then yellow through the last day, then red', () => {
  const clock = days('2025-03-03', 20, 'working_days')
  expect(['2025-03-26', '2025-03-27', '2025-03-31', '2025-04-01'].map((day) => cardOn(day, clock))).toEqual([
    'none',
    'yellow',
    'yellow',
    'red',
  ])
  expect(cardAt(new Date('2025-03-31T15:59:59Z'), clock)).toBe('yellow')
  expect(cardAt(new Date('2025-03-31T16:00:00Z'), clock)).toBe('red')
})

test('a hearing of three days moves the last day by three working days', () => {
  const through = days('2025-03-03', 20, 'working_days', [['2025-03-10', '2025-03-13']])
  expect(through).toMatchObject({ due_on: '2025-04-03', yellow_on: '2025-04-01' })
})

test('a pause that begins and ends on one day takes nothing', () => {
  expect(days('2025-03-03', 5, 'working_days', [['2025-03-05', '2025-03-05']])).toEqual(
    days('2025-03-03', 5, 'working_days'),
  )
})

test('an open pause leaves no deadline and no card, unless the limit ran out before it', () => {
  const held = days('2025-03-03', 5, 'working_days', [['2025-03-05', null]])
  expect(held).toEqual({ due_on: null, yellow_on: null, yellow_from: null, red_from: null, provisional: true })
  expect(cardOn('2030-01-01', held)).toBe('none')
  expect(cardAt(noon('2030-01-01'), held)).toBe('none')
  expect(days('2025-03-03', 5, 'working_days', [['2025-03-11', null]]).due_on).toBe('2025-03-10')
})

test('twenty-four hours: red on the second, yellow at 21.6 hours', () => {
  const started_at = new Date('2025-10-01T02:00:00Z')
  const clock = deadline({ started_at, limit: 24, unit: 'hours' }, calendar, marks)
  expect(clock.yellow_from?.toISOString()).toBe('2025-10-01T23:36:00.000Z')
  expect(clock.red_from?.toISOString()).toBe('2025-10-02T02:00:00.000Z')
  expect(clock).toMatchObject({ yellow_on: '2025-10-02', due_on: '2025-10-02', provisional: false })
})

test('hours stop in a pause, counted once where pauses overlap', () => {
  const at = (hour: number) => new Date(Date.UTC(2025, 2, 3, hour))
  const clock = deadline(
    {
      started_at: at(0),
      limit: 10,
      unit: 'hours',
      pauses: [
        { paused_at: at(4), resumed_at: at(7) },
        { paused_at: at(2), resumed_at: at(5) },
      ],
    },
    calendar,
    marks,
  )
  expect(clock.red_from).toEqual(at(15))
  const open = [{ paused_at: at(4), resumed_at: null }]
  expect(deadline({ started_at: at(0), limit: 10, unit: 'hours', pauses: open }, calendar, marks).due_on).toBeNull()
})

test('a deadline past the published calendar is provisional', () => {
  expect(days('2026-12-20', 20, 'working_days').provisional).toBe(true)
})

test('a limit must be a count', () => {
  expect(() => days('2025-03-03', 1.5, 'working_days')).toThrow(RangeError)
  expect(() => days('2025-03-03', -1, 'hours')).toThrow(RangeError)
})

const start = fc.integer({ min: 0, max: 3600 }).map((n) => shiftDay('2016-01-01', n))
const limit = fc.integer({ min: 1, max: 60 })

test('without a pause the last day is the one the calendar counts, and yellow leaves at least one working day', () => {
  fc.assert(
    fc.property(start, limit, (from, n) => {
      const working = days(from, n, 'working_days')
      expect(working.due_on).toBe(addWorkingDays(from, n, calendar).due_on)
      expect(days(from, n, 'calendar_days').due_on).toBe(addCalendarDays(from, n, calendar).due_on)
      expect(working.yellow_on! >= from && working.yellow_on! < working.due_on!).toBe(true)
      expect(countWorkingDays(from, working.yellow_on!, calendar)).toBeLessThanOrEqual(Math.ceil((n * 9) / 10))
    }),
  )
})

test('a pause never brings a deadline nearer', () => {
  const span = fc.integer({ min: 0, max: 30 })
  fc.assert(
    fc.property(
      start,
      limit,
      span,
      span,
      fc.constantFrom('working_days', 'calendar_days'),
      (from, n, gap, length, unit) => {
        const paused_on = shiftDay(from, gap)
        const held = days(from, n, unit, [[paused_on, shiftDay(paused_on, length)]])
        expect(held.due_on! >= days(from, n, unit).due_on!).toBe(true)
      },
    ),
  )
})
