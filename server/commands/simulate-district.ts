import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createApp } from '../app.ts'
import { systemActor } from '../access/actor.ts'
import { sequenceDistrict } from '../audit/sequence.ts'
import { isDay, shiftDay, startOfDay } from '../clocks/working-days.ts'
import { readConfig } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import type { Parts } from '../http/environment.ts'
import { createHub } from '../live/hub.ts'
import { SettableClock } from '../rehearsal/settable-clock.ts'
import { rehearse } from '../rehearsal/year.ts'
import { actionSources } from '../routes.ts'
import { createRun } from '../run.ts'
import { openStore } from '../store/open.ts'

/**
 * `npm run simulate-district -- --months 12 --seed 7`: a year of a district by chance, through the API, into a database of its own
 * (DATABASE_URL, or `--data-dir`). Refuses a district that has digs already. `npm run recount` then counts it again from its events.
 */
const { values } = parseArgs({
  options: {
    months: { type: 'string', default: '12' },
    seed: { type: 'string', default: '7' },
    'per-day': { type: 'string', default: '2' },
    from: { type: 'string', default: '2025-01-06' },
    'data-dir': { type: 'string', default: '.build/simulated-district' },
  },
})

async function main(): Promise<void> {
  const months = whole(values.months, '--months')
  const from = values.from
  if (!isDay(from)) throw new Error(`--from ${from} is not a day (YYYY-MM-DD)`)
  const config = readConfig({
    ...process.env,
    DATA_DIR: values['data-dir'],
    LOG_LEVEL: 'silent',
    DEMO: 'off',
    RATE_LIMIT: '0',
  })
  const db = await openDatabase(config)
  try {
    const clock = new SettableClock(startOfDay(from))
    await migrate(db, clock.wall())
    const run = createRun({ db, clock })
    const district_code = config.DISTRICT_CODE
    const [first] = await run(systemActor(district_code), ({ tx }) =>
      tx.many('rehearsal/list_digs', { district_code, after: '00000000-0000-0000-0000-000000000000', limit: 1 }),
    )
    if (first) throw new Error(`district ${district_code} has digs already: simulate into an empty database`)
    const parts: Parts = {
      db,
      clock,
      config,
      run,
      keys: { sealing: [{ id: 'simulated', key: randomBytes(32) }] },
      store: await openStore(config, clock.wall),
      actions: actionSources,
      hub: createHub(),
      openId: null,
      demo: false,
      turnClock: null,
      ready: () => true,
    }
    const began = performance.now()
    const tally = await rehearse({
      parts,
      app: createApp(parts),
      clock,
      district_code,
      seed: whole(values.seed, '--seed'),
      from,
      days: Math.round((months * 365) / 12),
      per_day: Number(values['per-day']),
      onMonth: (month, digs) => console.log(`${month}: ${digs} digs alive, ${seconds(began)} s`),
    })
    await sequenceDistrict(run, district_code)
    console.log(`${from} to ${shiftDay(from, Math.round((months * 365) / 12))} in ${seconds(began)} s`)
    console.table(tally.made)
    console.log('held back by guards:')
    console.table(tally.held)
    const where = config.DATABASE_URL ? '' : ` -- --data-dir ${values['data-dir']}`
    console.log(`count it again: npm run recount${where}`)
  } finally {
    await db.close()
  }
}

const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(0)

function whole(text: string, name: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${name} ${text} is not a whole number above nought`)
  return number
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
