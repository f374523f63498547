import { expect, test } from 'vitest'
import { countClock, type Terms } from '../../server/clocks/count.ts'
import { publishedCalendars, toCalendar } from '../../server/clocks/published-calendars.ts'
import { marks } from './marks.ts'
import { world } from '../world.ts'

test.each([
  ['2025-09-26', 5, '2025-10-10'],
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-13', 20, '2026-03-19'],
  ['2018-12-28', 1, '2018-12-29'],
])('anybody may ask: %s and %i working days is %s', async (from, working_days, due_on) => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const answer = await w.as(null).get(`/api/clocks/deadline?from=${from}&working_days=${working_days}`)
  expect(answer.body).toEqual({ due_on, provisional: false, calendar_version: 'CN:2025-11-04' })
})

test('a deadline beyond the published year says that it is provisional', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const answer = await w.as(null).get('/api/clocks/deadline?from=2026-12-25&working_days=10')
  expect(answer.body).toMatchObject({ provisional: true })
})

test('a day that does not exist, a negative count and an unknown parameter are named', async () => {
  const w = await world()
  for (const [query, pointer] of [
    ['from=2026-02-30&working_days=1', '/from'],
    ['from=2026-02-03&working_days=-1', '/working_days'],
    ['from=2026-02-03&working_days=1&zone=UTC', 'zone'],
  ]) {
    const answer = await w.as(null).get(`/api/clocks/deadline?${query}`)
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body.errors)).toContain(pointer)
  }
})

const calendar = toCalendar(publishedCalendars().at(-1)!)
const months = (started_on: string, limit_months: number): Terms => ({
  started_at: new Date(`${started_on}T12:00:00+08:00`),
  unit: 'calendar_days',
  statutory_limit: null,
  promised_limit: null,
  limit_months,
  fixed_due_on: null,
  pauses: [],
})

test.each([
  ['2026-01-05', 1, '2026-02-05', 'an ordinary day stays'],
  ['2026-01-31', 1, '2026-02-28', 'the last day of a shorter month, a worked Saturday'],
  ['2026-06-03', 4, '2026-10-08', 'National Day gives way to the next working day (民法典 203)'],
  ['2026-02-02', 3, '2026-05-06', 'Labour Day likewise'],
])('%s and %i months end on %s: %s', (started_on, limit, due_on) => {
  expect(countClock(months(started_on, limit), calendar, marks)).toMatchObject({ due_on, statutory_due_on: due_on })
})

test('when yellow begins is the rule of the place, not of the code', () => {
  const twenty: Terms = { ...months('2025-03-03', 0), unit: 'working_days', limit_months: null, statutory_limit: 20 }
  expect(countClock(twenty, calendar, marks).yellow_on).toBe('2025-03-27')
  expect(countClock(twenty, calendar, { yellow_share: 0.5, yellow_working_days_left: 3 }).yellow_on).toBe('2025-03-17')
  expect(countClock(twenty, calendar, { yellow_share: 1, yellow_working_days_left: 3 }).yellow_on).toBe('2025-03-26')
})
