import { systemActor } from '../access/actor.ts'
import { shanghaiDay, startOfDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { lockLeg, type LegKey } from './find.ts'
import { logPush } from './push.ts'
import { recheckLeg } from './recheck.ts'

const day_ms = 86_400_000
const batch = 200

/**
 * Once a business day: tells each utility again which of its legs are still open a day after their push, and checks blocked
 * legs again. What was done today is known by its own rows, so a restart neither forgets nor repeats it.
 */
export async function reconcile(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const { unreported, blocked } = await parts.run(system, async (ctx) => {
    const since = startOfDay(shanghaiDay(ctx.now)).toISOString()
    const before = new Date(ctx.now.getTime() - day_ms).toISOString()
    return {
      unreported: await ctx.tx.many('transfers/list_unreported_legs', { district_code, before, since, limit: batch }),
      blocked: await ctx.tx.many('transfers/list_blocked_legs', { district_code, since, limit: batch }),
    }
  })
  for (const { case_id, kind } of unreported)
    await parts.run(system, (ctx) => reportOpen(ctx, { district_code, id: case_id, kind }))
  for (const { case_id, kind } of blocked)
    await parts.run(system, (ctx) => recheckLeg(ctx, { district_code, id: case_id, kind }))
}

async function reportOpen(ctx: Context, key: LegKey): Promise<void> {
  const { leg } = await lockLeg(ctx, key)
  await logPush(ctx, leg, 'reconcile')
  await ctx.emit({
    type: 'transfer.leg.still_open',
    district_code: leg.district_code,
    subject_kind: 'transfer_leg',
    subject_id: leg.id,
    subject_version: leg.version,
    utility_id: leg.utility_id,
    registry_id: leg.registry_id,
    is_personal: true,
    data: { transfer_id: leg.case_id, kind: leg.kind, status: leg.status },
  })
}
