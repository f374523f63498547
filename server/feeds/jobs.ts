import { systemActor } from '../access/actor.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Job } from '../jobs.ts'

/** Observations are kept as long as the rule `feed` says; what a breach was found from stays with it. */
export const feedJobs: readonly Job[] = [
  {
    name: 'feeds.forget',
    every_seconds: 3600,
    run: async ({ run }, district_code) =>
      run(systemActor(district_code), async (ctx) => {
        const rule = await ruleFor(ctx, district_code, 'feed', shanghaiDay(ctx.now))
        const before = new Date(ctx.now.getTime() - (rule.value.keep_days as number) * 86_400_000)
        await ctx.tx.run('feeds/forget_observations', { district_code, before: before.toISOString() })
      }),
  },
]
