import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { currentCalendar } from '../../server/clocks/calendar.ts'
import { countWorkingDays, shanghaiDay, shiftDay } from '../../server/clocks/working-days.ts'
import { SettableClock } from '../../server/rehearsal/settable-clock.ts'
import { rehearse } from '../../server/rehearsal/year.ts'
import { createRun } from '../../server/run.ts'
import { naiveIsWorking } from '../clocks/naive-calendar.ts'
import { client, world, type Client, type Member, type World } from '../world.ts'

let w: World
let as: (member: Member | null) => Client

/** A district that has lived for seven weeks. */
beforeAll(async () => {
  w = await world()
  const clock = new SettableClock(new Date('2026-01-12T00:00:00Z'))
  const run = createRun({ db: w.db, clock })
  const parts = { ...w.parts, clock, run }
  const app = createApp(parts)
  const of = { parts, app, clock, district_code: w.district_code, seed: 11, from: '2026-01-12', days: 50, per_day: 0.7 }
  await rehearse(of)
  as = (member) => client(app, member?.token)
}, 300_000)

interface Clock {
  id: string
  subject_id: string
  permit: string
  state: string
  started_at: string
  stopped_at: string
  submitted_at: string | null
  statutory_limit: number | null
  promised_limit: number | null
}
interface Pause {
  clock_id: string
  paused_at: string
  resumed_at: string | null
}
const dayOf = (instant: string) => shanghaiDay(new Date(instant))

/** Working days after one day through another, by a plain walk. */
function naiveDays(from: string, to: string, pauses: { from: string; to: string }[]): number {
  let count = 0
  for (let day = shiftDay(from, 1); day <= to; day = shiftDay(day, 1))
    if (naiveIsWorking(day) && !pauses.some((pause) => day > pause.from && day <= pause.to)) count += 1
  return count
}

async function naive() {
  const raw = <T>(text: string) => w.look(({ tx }) => tx.raw<T & Record<string, unknown>>(text, [w.district_code]))
  const clocks = await raw<Clock>(
    `select k.id, k.subject_id, p.kind as permit, k.state, k.started_at, k.stopped_at, p.submitted_at, k.statutory_limit, k.promised_limit
       from clock k join permit p on p.district_code = k.district_code and p.id = k.subject_id
      where k.district_code = $1 and k.kind like 'permit.decision%' and k.state in ('met', 'breached')`,
  )
  const pauses = await raw<Pause>('select clock_id, paused_at, resumed_at from clock_pause where district_code = $1')
  const submitted = await raw<{ subject_id: string }>(
    `select subject_id from event where district_code = $1 and type = 'permit.submitted' and actor_role = 'promoter'`,
  )
  const online = new Set(submitted.map(({ subject_id }) => subject_id))
  const procedures = await raw<{ permit_id: string }>(
    'select permit_id from special_procedure where district_code = $1',
  )
  const met = new Set(procedures.map(({ permit_id }) => permit_id))
  return clocks.map((clock) => {
    const to = dayOf(clock.stopped_at)
    const held = pauses
      .filter(({ clock_id }) => clock_id === clock.id)
      .map(({ paused_at, resumed_at }) => ({ from: dayOf(paused_at), to: resumed_at ? dayOf(resumed_at) : to }))
    return {
      ...clock,
      month: Number(to.slice(5, 7)),
      days: naiveDays(dayOf(clock.started_at), to, held),
      isPaused: held.length > 0,
      isSpot: clock.submitted_at !== null && dayOf(clock.submitted_at) === to,
      isOnline: online.has(clock.subject_id),
      isWhollyOnline: online.has(clock.subject_id) && !met.has(clock.subject_id),
    }
  })
}
type Counted = Awaited<ReturnType<typeof naive>>
const sum = (rows: Counted, of: (row: Counted[number]) => number) => rows.reduce((total, row) => total + of(row), 0)

test('the figures of a lived district equal a plain recount from its clocks and events, month by month, and the year after has them as its last year', async () => {
  const rows = await naive()
  expect(rows.length).toBeGreaterThan(8)
  const { tiles, year } = (await as(null).get('/api/figures?year=2026')).body
  expect(year).toBe(2026)
  const tile = (figure: string) => tiles.find((one: { figure: string }) => one.figure === figure)
  for (const [figure, kind] of [
    ['building_permit', 'construction'],
    ['excavation_permit', 'excavation'],
  ] as const) {
    const own = rows.filter(({ permit }) => permit === kind)
    const days = sum(own, (row) => row.days)
    expect(tile(figure).this_year, figure).toEqual({
      numerator: days,
      denominator: own.length,
      value: own.length > 0 ? days / own.length : null,
    })
    for (const { month, numerator, denominator } of tile(figure).months) {
      const ofMonth = own.filter((row) => row.month === month)
      expect([month, numerator, denominator]).toEqual([month, sum(ofMonth, (row) => row.days), ofMonth.length])
    }
  }
  const share = (figure: string, of: (row: Counted[number]) => boolean) =>
    expect(tile(figure).this_year, figure).toMatchObject({
      numerator: rows.filter(of).length,
      denominator: rows.length,
    })
  share('online', (row) => row.isOnline)
  share('wholly_online', (row) => row.isWhollyOnline)
  share('on_the_spot', (row) => row.isSpot)
  const both = rows.filter((row) => row.promised_limit !== null && row.statutory_limit !== null)
  expect(tile('promise_speed_up').this_year).toMatchObject({
    numerator: sum(both, (row) => row.promised_limit!),
    denominator: sum(both, (row) => row.statutory_limit!),
  })
  const next = (await as(null).get('/api/figures?year=2027')).body.tiles
  expect(next.map(({ last_year }: { last_year: object }) => last_year)).toEqual(
    tiles.map(({ this_year }: { this_year: object }) => this_year),
  )
})

test('what the platform does not handle yet has no figure, and says so beside the number that was reported', async () => {
  const { tiles } = (await as(null).get('/api/figures?year=2026')).body
  const without = tiles.filter(({ has_data }: { has_data: boolean }) => !has_data)
  expect(without.map(({ figure }: { figure: string }) => figure)).toEqual([
    'water_connection',
    'power_high_voltage',
    'power_low_voltage',
    'gas_connection',
  ])
  for (const { this_year, reported, definition_zh, definition_en } of without) {
    expect(this_year).toEqual({ value: null, numerator: 0, denominator: 0 })
    expect(reported.after).toBeGreaterThan(0)
    expect(definition_zh && definition_en).toBeTruthy()
  }
})

test('the rows behind a figure add up to it, for staff and nobody else', async () => {
  const { tiles } = (await as(null).get('/api/figures?year=2026')).body
  const staff = as(await w.member('inspector'))
  const { approvals } = (await staff.get('/api/figures/approvals?figure=excavation_permit&year=2026&limit=1000')).body
  const { this_year } = tiles.find(({ figure }: { figure: string }) => figure === 'excavation_permit')
  expect(approvals).toHaveLength(this_year.denominator)
  const days = approvals.reduce((total: number, row: { working_days: number }) => total + row.working_days, 0)
  expect(days).toBe(this_year.numerator)
  for (const path of ['approvals?year=2026', 'supervision?year=2026', 'late?which=breached&year=2026']) {
    expect((await as(null).get(`/api/figures/${path}`)).status, path).toBe(401)
    expect((await as(await w.member('promoter')).get(`/api/figures/${path}`)).status, path).toBe(403)
    expect((await staff.get(`/api/figures/${path}`)).status, path).toBe(200)
  }
})

test('cards, breaches and unexplained red cards equal a recount of the events and the clocks', async () => {
  const found = (await as(await w.member('authority')).get('/api/figures/supervision?year=2026')).body
  const events = await w.look(({ tx }) =>
    tx.raw<{ type: string; at: string }>(
      `select type, at from event where district_code = $1 and type in ('clock.turned_yellow', 'clock.turned_red')`,
      [w.district_code],
    ),
  )
  const byMonth = (type: string) =>
    Array.from(
      { length: 12 },
      (_, i) => events.filter((one) => one.type === type && Number(dayOf(one.at).slice(5, 7)) === i + 1).length,
    )
  expect(events.length).toBeGreaterThan(2)
  expect(found.yellow).toEqual(byMonth('clock.turned_yellow'))
  expect(found.red).toEqual(byMonth('clock.turned_red'))
  const clocks = await w.look(({ tx }) =>
    tx.raw<{ state: string; card: string; owner: string; explained_at: string | null }>(
      'select state, card, owner, explained_at from clock where district_code = $1',
      [w.district_code],
    ),
  )
  const total = found.breached.reduce((sum: number, n: number) => sum + n, 0)
  expect(total).toBe(clocks.filter(({ state }) => state === 'breached').length)
  const bare = clocks.filter(
    (one) => one.state === 'running' && one.card === 'red' && one.owner === 'authority' && !one.explained_at,
  )
  expect(found.unexplained).toBe(bare.length)
})

test('working days counted in SQL are those that the clocks count', async () => {
  const days = await w.look(async (ctx) => ({
    calendar: await currentCalendar(ctx),
    numbered: await ctx.tx.raw<{ day: string; number: number }>(
      'select day, number from working_day_numbers($1, $2, $3)',
      ['2019-12-01', '2026-12-31', shanghaiDay(ctx.now)],
    ),
  }))
  const number = new Map(days.numbered.map((row) => [row.day, row.number]))
  expect(number.size).toBe(2588)
  let seed = 7
  const chance = (n: number) => (seed = (seed * 48271) % 2147483647) % n
  for (let i = 0; i < 400; i++) {
    const from = shiftDay('2019-12-01', chance(2200))
    const to = shiftDay(from, chance(380))
    expect([from, to, number.get(to)! - number.get(from)!]).toEqual([
      from,
      to,
      countWorkingDays(from, to, days.calendar),
    ])
  }
})
