import { systemActor } from '../access/actor.ts'
import type { Job } from '../jobs.ts'
import { planVisits } from './plan.ts'

/** The plan of the day is made when the day begins, and again for what begins during it. */
export const inspectionJobs: readonly Job[] = [
  {
    name: 'inspections.plan',
    every_seconds: 600,
    run: async ({ run }, district_code) =>
      void (await run(systemActor(district_code), (ctx) => planVisits(ctx, district_code))),
  },
]
