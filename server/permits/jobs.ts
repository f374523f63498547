import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { movePermit } from './move.ts'

/** What permits do by the calendar: an application nobody answered in time is deemed accepted; a permit nobody used lapses. */
export const permitJobs: readonly Job[] = [{ name: 'permits.calendar', every_seconds: 60, run: turnPermits }]

async function turnPermits(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const due = await parts.run(system, ({ tx, now }) =>
    tx.many('permits/list_calendar_moves', { district_code, today: shanghaiDay(now), limit: 100 }),
  )
  for (const { id } of due)
    await parts.run(system, async (ctx) => {
      const permit = await ctx.tx.one('permits/lock_permit', { district_code, id })
      if (permit?.status === 'submitted')
        await movePermit(ctx, 'accept_application', permit, { seen: null, note: 'deemed' })
      else if (permit?.status === 'granted' || permit?.status === 'delivered')
        await movePermit(ctx, 'lapse', permit, { seen: null })
    })
}
