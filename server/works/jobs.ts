import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { closeGuarantee, startGuarantee } from './guarantee.ts'

/** What works do by the calendar: the guarantee begins on the day after acceptance and ends by itself. */
export const worksJobs: readonly Job[] = [{ name: 'works.guarantee', every_seconds: 60, run: turnGuarantees }]

async function turnGuarantees(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const due = await parts.run(system, ({ tx, now }) =>
    tx.many('works/list_guarantees_due', { district_code, today: shanghaiDay(now), limit: 100 }),
  )
  for (const { id } of due)
    await parts.run(system, async (ctx) => {
      const works = await ctx.tx.one('works/lock_works', { district_code, id })
      if (works?.status === 'passed') await startGuarantee(ctx, works)
      else if (works?.status === 'guarantee') await closeGuarantee(ctx, works)
    })
}
