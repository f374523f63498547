import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { lockLeg, type LegKey } from './find.ts'
import { moveLeg } from './move-leg.ts'
import { logPush } from './push.ts'
import { refoldCase } from './refold.ts'

/** Tries after the first push, all under the same key, each wait twice the one before; then a person takes over. */
export const retry_cap = 8
const first_wait_ms = 900_000
const batch = 100

/** The utility is late by its clock: the leg times out. Its clock keeps running and is red until the utility answers. */
export async function timeOutLegs(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const late = await parts.run(system, (ctx) =>
    ctx.tx.many('transfers/list_overdue_legs', { district_code, today: shanghaiDay(ctx.now), limit: batch }),
  )
  for (const { case_id, kind } of late)
    await parts.run(system, (ctx) => timeOut(ctx, { district_code, id: case_id, kind }))
}

async function timeOut(ctx: Context, key: LegKey): Promise<void> {
  const { leg } = await lockLeg(ctx, key)
  if (leg.status !== 'pushed' && leg.status !== 'acknowledged') return
  const reason_code = leg.status === 'pushed' ? 'no_acknowledgement' : 'no_completion'
  await moveLeg(ctx, leg, 'time_out', {
    change: { reason_code, attempts: 0, next_at: ctx.wall.toISOString() },
    data: { reason_code },
  })
  await refoldCase(ctx, key)
}

/** Tells late utilities again under the same key, or hands the leg to a person when all tries are used. */
export async function retryLegs(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const due = await parts.run(system, (ctx) =>
    ctx.tx.many('transfers/list_retries', { district_code, wall: ctx.wall.toISOString(), limit: batch }),
  )
  for (const { case_id, kind } of due)
    await parts.run(system, (ctx) => retry(ctx, { district_code, id: case_id, kind }))
}

async function retry(ctx: Context, key: LegKey): Promise<void> {
  const { leg } = await lockLeg(ctx, key)
  if (leg.status !== 'timed_out' && leg.status !== 'retrying') return
  const { reason_code, attempts } = leg
  if (attempts >= retry_cap) {
    await moveLeg(ctx, leg, 'give_up', { change: { reason_code } })
  } else {
    const next_at = new Date(ctx.wall.getTime() + first_wait_ms * 2 ** attempts).toISOString()
    const retried = await moveLeg(ctx, leg, 'retry', { change: { reason_code, attempts: attempts + 1, next_at } })
    await logPush(ctx, retried, 'retry')
  }
  await refoldCase(ctx, key)
}
