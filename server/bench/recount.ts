import { randomUUID } from 'node:crypto'
import { systemActor } from '../access/actor.ts'
import { countClock } from '../clocks/count.ts'
import { publishedCalendars, calendarPublishedBy, toCalendar } from '../clocks/published-calendars.ts'
import { recountClocks, tellRecounted } from '../clocks/recount.ts'
import { shiftDay, startOfDay } from '../clocks/working-days.ts'
import type { Database } from '../db/database.ts'
import { SettableClock } from '../rehearsal/settable-clock.ts'
import { createRun } from '../run.ts'
import { middle, timed } from './timing.ts'

const clocks = 10_000
const rounds = 3
/** The state of the calendar by the notice of 2020-01-27. */
const calendar_version = 'CN:2020-01-27'
const marks = { yellow_share: 0.9, yellow_working_days_left: 1 }

export interface Recounted {
  update_ms: number
  recount_ms: number
  told_ms: number
  ratio: number
}

/**
 * How long 10,000 running deadlines take to be counted again after the notice of 2020-01-27, each with its version, beside one plain update of the same
 * rows; and how long to tell of each, which follows. Medians of three.
 */
export async function benchRecount(db: Database): Promise<Recounted> {
  const took: { recount: number; told: number; update: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const clock = new SettableClock(startOfDay('2020-01-28'))
    const run = createRun({ db, clock })
    const district_code = 900_001 + round
    const system = systemActor(district_code)
    await run(system, ({ tx }) =>
      tx.run('bench/insert_clocks', { district_code, owner_id: randomUUID(), count: clocks, ...before() }),
    )
    const update = await timed(() => run(system, ({ tx }) => tx.run('bench/update_clocks', { district_code })))
    const parts = { run }
    const recount = await timed(() => recountClocks(parts, district_code, async () => undefined))
    const told = await timed(() => tellRecounted(parts, { district_code, calendar_version }))
    const [{ moved } = { moved: 0 }] = await run(system, ({ tx }) =>
      tx.raw<{ moved: number }>('select count(*)::int as moved from event where district_code = $1', [district_code]),
    )
    if (moved !== clocks) throw new Error(`${moved} of ${clocks} deadlines were moved and told of`)
    took.push({ recount, told, update })
  }
  const of = (what: keyof (typeof took)[number]) => middle(took.map((one) => one[what]))
  const [recount_ms, told_ms, update_ms] = [of('recount'), of('told'), of('update')]
  return { recount_ms, told_ms, update_ms, ratio: recount_ms / update_ms }
}

/** Ten days of starting, counted by the calendar of before the notice. */
function before() {
  const calendar = toCalendar(calendarPublishedBy('2020-01-26', publishedCalendars())!)
  const days = Array.from({ length: 10 }, (_, number) => {
    const day = shiftDay('2020-01-13', number)
    const terms = {
      started_at: startOfDay(day),
      unit: 'working_days' as const,
      statutory_limit: 20,
      promised_limit: null,
      limit_months: null,
      fixed_due_on: null,
      pauses: [],
    }
    const { due_on, yellow_on } = countClock(terms, calendar, marks)
    return { number, day, due_on, yellow_on }
  })
  return { days: JSON.stringify(days), calendar_version: calendar.version }
}
