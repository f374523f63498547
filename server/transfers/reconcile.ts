import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { lockLeg, type LegKey } from './find.ts'
import { logPush } from './push.ts'
import { recheckLeg } from './recheck.ts'

const hour_ms = 3_600_000
const day_ms = 24 * hour_ms
const batch = 200

/**
 * Once a night: tells each utility again which of its legs are still open a day after their push, and checks blocked legs
 * again. What was done this night is known by its own rows, so a restart neither forgets nor repeats it.
 */
export async function reconcile(parts: Parts, district_code: number): Promise<void> {
  const night = nightSince(parts.clock.now())
  if (!night) return
  const system = systemActor(district_code)
  const since = night.toISOString()
  const { unreported, blocked } = await parts.run(system, async (ctx) => {
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

/** When the night began that `now` lies in, 23:00 to 06:00 in Shanghai (UTC+8, no summer time since 1991); null by day. */
export function nightSince(now: Date): Date | null {
  const shifted = now.getTime() + 9 * hour_ms // 23:00 in Shanghai becomes 00:00
  const into_night_ms = shifted % day_ms
  return into_night_ms < 7 * hour_ms ? new Date(now.getTime() - into_night_ms) : null
}
