import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { findRectification } from './find.ts'
import { moveRectification } from './move.ts'

/** What rectifications do by the calendar: unanswered at the end of their term, they are overdue. */
export const rectificationJobs: readonly Job[] = [
  { name: 'rectifications.overdue', every_seconds: 60, run: markOverdue },
]

async function markOverdue(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const due = await parts.run(system, ({ tx, now }) =>
    tx.many('rectifications/list_overdue', { district_code, today: shanghaiDay(now), limit: 200 }),
  )
  for (const { id } of due)
    await parts.run(system, async (ctx) => {
      const held = await ctx.tx.one('rectifications/lock_rectification', { district_code, id })
      if (held?.status !== 'issued' && held?.status !== 'acknowledged') return
      await moveRectification(ctx, 'fall_overdue', await findRectification(ctx, { district_code, id }))
    })
}
