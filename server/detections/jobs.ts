import { systemActor } from '../access/actor.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { matchDetections } from './match.ts'

/** What an import brings is matched in the background, so that 20,000 patches hold nobody up. */
export const detectionJobs: readonly Job[] = [{ name: 'detections.match', every_seconds: 5, run: matchWaiting }]
const batch = 200

async function matchWaiting(parts: Parts, district_code: number): Promise<void> {
  for (let found = batch; found === batch;)
    found = await parts.run(systemActor(district_code), async (ctx) => {
      const waiting = await ctx.tx.many('detections/list_waiting', { district_code, limit: batch })
      const ids = waiting.map(({ id }) => id)
      if (ids.length > 0) await matchDetections(ctx, district_code, ids)
      return ids.length
    })
}
