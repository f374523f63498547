import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { sequenceDistrict } from '../../server/audit/sequence.ts'
import { recountDistrict } from '../../server/rehearsal/recount.ts'
import { SettableClock } from '../../server/rehearsal/settable-clock.ts'
import { rehearse } from '../../server/rehearsal/year.ts'
import { createRun } from '../../server/run.ts'
import { naiveDueDay } from '../clocks/naive-calendar.ts'
import { world } from '../world.ts'

/** Plans filed on a working day. The suite lives with few; `npm run test:property` with sixty, which is some two thousand digs. */
const per_day = Number(process.env.DIGS_PER_DAY ?? 0.8)

test('a district lives for seven weeks by chance, and every stage, card, ledger and deadline agrees with a recount', async () => {
  const w = await world()
  const clock = new SettableClock(new Date('2026-01-12T00:00:00Z'))
  const run = createRun({ db: w.db, clock })
  const parts = { ...w.parts, clock, run }
  const { made } = await rehearse({
    parts,
    app: createApp(parts),
    clock,
    district_code: w.district_code,
    seed: 7,
    from: '2026-01-12',
    days: 49,
    per_day,
  })
  await sequenceDistrict(run, w.district_code)
  expect(Object.values(made).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(150)
  expect(Object.keys(made).length).toBeGreaterThan(12)

  const recounted = await recountDistrict(run, w.district_code)
  expect(recounted.faults).toEqual([])
  expect(recounted.digs).toBeGreaterThan(per_day * 19)

  // The recount finds what it is there to find.
  const tampered = await run(w.system, ({ tx }) =>
    tx.raw<{ id: string; stage: string }>(
      `update dig_project p set stage = 'closed'
         from (select id, stage from dig_project where district_code = $1 and stage <> 'closed' order by id limit 1) as former
        where p.district_code = $1 and p.id = former.id returning p.id, former.stage`,
      [w.district_code],
    ),
  )
  expect((await recountDistrict(run, w.district_code)).faults).toEqual([
    `dig ${tampered[0]!.id} is stored as closed, the events say ${tampered[0]!.stage}`,
  ])

  const clocks = await run(w.system, ({ tx }) =>
    tx.many('rehearsal/list_clocks', {
      district_code: w.district_code,
      after: '00000000-0000-0000-0000-000000000000',
      limit: 100_000,
    }),
  )
  const wrong = clocks
    .filter(
      ({ unit, promised_limit, statutory_limit }) =>
        unit === 'working_days' && (promised_limit ?? statutory_limit) !== null,
    )
    .filter((c) => (c.pauses as unknown[]).length === 0)
    .filter((c) => c.due_on !== naiveDueDay(c.started_on, (c.promised_limit ?? c.statutory_limit)!))
  expect(wrong.map(({ kind, started_on, due_on }) => [kind, started_on, due_on])).toEqual([])
}, 3_600_000)
