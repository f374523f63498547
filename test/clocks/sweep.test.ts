import { expect, test } from 'vitest'
import { sweepJob } from '../../server/clocks/sweep.ts'
import type { Database } from '../../server/db/database.ts'
import { refold } from '../../server/projects/refold.ts'
import { createRun } from '../../server/run.ts'
import { applied } from '../permits/stage.ts'
import { world, type World } from '../world.ts'

const sweep = (batch: number) =>
  sweepJob((ctx, { district_code, project_id }) => refold(ctx, { district_code, id: project_id! }), batch)

test.each([1, 2, 200])(
  'a sweep that is killed at any statement, or just after a commit, raises every card once in the end (%i to a transaction)',
  async (batch) => {
    const w = await world()
    for (let dig = 0; dig < 3; dig++) await applied(w)
    for (const today of ['2026-03-09T02:00:00Z', '2026-03-20T02:00:00Z']) {
      w.clock.set(today)
      let died = 0
      while (await dies(w, batch, died + 1)) died += 1
      expect(died).toBeGreaterThanOrEqual(8)
    }
    expect(await raised(w)).toEqual(
      expect.arrayContaining([
        { kind: 'permit.acceptance', type: 'clock.turned_yellow', times: 3, clocks: 3 },
        { kind: 'permit.acceptance', type: 'clock.turned_red', times: 3, clocks: 3 },
      ]),
    )
    const missed = await w.look(({ tx }) =>
      tx.raw(
        `select c.id from clock c left join dig_project p on p.district_code = c.district_code and p.id = c.project_id
          where c.district_code = $1 and c.due_on < $2::date and c.state = 'running' and (c.card <> 'red' or p.card <> 'red')`,
        [w.district_code, '2026-03-20'],
      ),
    )
    expect(missed).toEqual([])
  },
)

/** Sweeps with a database that is gone at its n-th step; a step is a statement or a commit. Whether it was. */
async function dies(w: World, batch: number, at: number): Promise<boolean> {
  const db = mortal(w.db, at)
  const parts = { ...w.parts, db, run: createRun({ db, clock: w.clock }) }
  try {
    await sweep(batch).run(parts, w.district_code)
    return false
  } catch (error) {
    expect((error as Error).message).toBe('killed')
    return true
  }
}

function mortal(db: Database, at: number): Database {
  let left = at
  const step = () => {
    if (--left <= 0) throw new Error('killed')
  }
  return {
    ...db,
    async transaction(work) {
      const done = await db.transaction((statements) =>
        work({ ...statements, raw: (text, values) => (step(), statements.raw(text, values)) }),
      )
      step()
      return done
    },
  }
}

/** How often each card was raised, and on how many clocks. */
const raised = (w: World) =>
  w.look(({ tx }) =>
    tx.raw(
      `select c.kind, e.type, count(*)::int as times, count(distinct c.id)::int as clocks from event e
         join clock c on c.district_code = e.district_code and c.id = e.subject_id
        where e.district_code = $1 and e.type in ('clock.turned_yellow', 'clock.turned_red') group by 1, 2 order by 1, 2`,
      [w.district_code],
    ),
  )
