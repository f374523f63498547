import { parseArgs } from 'node:util'
import { OffsetClock } from '../clocks/business-clock.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../db/open.ts'
import { recountDistrict } from '../rehearsal/recount.ts'
import { createRun } from '../run.ts'

/**
 * `npm run recount -- [--data-dir DIR]`: counts a district again from its event log, in plain code, and says whether stages, cards and
 * ledgers agree with what is stored. Reads only. Exits 1 when anything differs.
 */
const { values } = parseArgs({ options: { 'data-dir': { type: 'string' } } })

async function main(): Promise<number> {
  const dir = values['data-dir']
  const config = readConfig(dir ? { ...process.env, DATA_DIR: dir } : process.env)
  const db = await openDatabase(config)
  try {
    const run = createRun({ db, clock: new OffsetClock() })
    const { events, digs, clocks, stages, cards, faults } = await recountDistrict(run, config.DISTRICT_CODE)
    console.log(`${events} events, ${digs} digs, ${clocks} clocks counted again`)
    console.table(stages)
    console.table(cards)
    for (const fault of faults.slice(0, 50)) console.log(`✗ ${fault}`)
    console.log(faults.length === 0 ? '✓ everything stored agrees with the events' : `✗ ${faults.length} differences`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await db.close()
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    const isEmpty = error.message.includes('role "dongtu_system" does not exist')
    console.error(
      isEmpty
        ? 'no district was ever loaded here: name the folder with --data-dir (npm run simulate-district says which it wrote)'
        : error.message,
    )
    process.exit(1)
  },
)
