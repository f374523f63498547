import { systemActor } from '../access/actor.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { moveAlert } from './move.ts'
import { releaseOrders } from './release-orders.ts'
import { sendOrders } from './send-orders.ts'

/** What carries an alert on: it begins at its hour, goes on after a crash, and runs out at its end. */
export const alertJobs: readonly Job[] = [{ name: 'alerts.carry_on', every_seconds: 10, run: carryOn }]

async function carryOn(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const standing = await parts.run(system, ({ tx, now }) =>
    tx.many('alerts/list_standing', { district_code, now: now.toISOString() }),
  )
  for (const { id } of standing) {
    const key = { district_code, id }
    await parts.run(system, async (ctx) => {
      const alert = await ctx.tx.one('alerts/lock_alert', key)
      if (alert && alert.status !== 'lifting' && alert.status !== 'lifted' && new Date(alert.until_at) <= ctx.now)
        await moveAlert(ctx, 'run_out', alert)
    })
    await sendOrders(parts, key)
    await releaseOrders(parts, key)
  }
}
