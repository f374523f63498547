import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { callInspection, listUncalled } from './call-inspection.ts'
import { closeGuarantee, closeGuard, startGuarantee } from './guarantee.ts'

/** What works do by the calendar: the guarantee begins on the day after acceptance, calls for its inspection, and ends by itself. */
export const worksJobs: readonly Job[] = [
  { name: 'works.guarantee', every_seconds: 60, run: turnGuarantees },
  { name: 'works.inspections', every_seconds: 60, run: callInspections },
]

async function turnGuarantees(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const due = await parts.run(system, ({ tx, now }) =>
    tx.many('works/list_guarantees_due', { district_code, today: shanghaiDay(now), limit: 100 }),
  )
  for (const { id } of due)
    await parts.run(system, async (ctx) => {
      const works = await ctx.tx.one('works/lock_works', { district_code, id })
      if (works?.status === 'passed') await startGuarantee(ctx, works)
      else if (works?.status === 'guarantee' && !(await closeGuard(ctx, works))) await closeGuarantee(ctx, works)
    })
}

async function callInspections(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  for (const { id } of await parts.run(system, (ctx) => listUncalled(ctx, district_code)))
    await parts.run(system, async (ctx) => {
      const works = await ctx.tx.one('works/lock_works', { district_code, id })
      if (works) await callInspection(ctx, works)
    })
}
