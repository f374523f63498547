import { randomUUID } from 'node:crypto'
import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { lockLeg, type LegKey, type LegRow } from './find.ts'
import { moveLeg } from './move-leg.ts'
import { refoldCase } from './refold.ts'

/** Pushes every armed leg whose register entry was made, one transaction each: the event that asks the utility is the outbox's. */
export async function pushArmedLegs(parts: Parts, district_code: number): Promise<number> {
  const system = systemActor(district_code)
  const armed = await parts.run(system, ({ tx }) => tx.many('transfers/list_armed_legs', { district_code, limit: 50 }))
  for (const { case_id, kind } of armed)
    await parts.run(system, (ctx) => pushLeg(ctx, { district_code, id: case_id, kind }))
  return armed.length
}

/** Pushes one armed leg once: a second call finds it pushed and does nothing. */
export async function pushLeg(ctx: Context, key: LegKey): Promise<void> {
  const { sale, leg } = await lockLeg(ctx, key)
  if (leg.status !== 'armed' || !sale.entered_at) return
  const account = await ctx.tx.one('transfers/find_account', { district_code: leg.district_code, id: leg.id })
  const push_key = pushKey([sale.acceptance_no, leg.kind, account?.account_hmac ?? ''], leg.push_key)
  const pushed = await moveLeg(ctx, leg, 'push', {
    change: { push_key, pushed_at: ctx.now.toISOString(), attempts: 1 },
  })
  await logPush(ctx, pushed, 'push')
  await refoldCase(ctx, key)
}

/** The same acceptance, kind and account give the same key, so that no utility does it twice; after a rejection a person may start a new round. */
export function pushKey(parts: readonly [string, string, string], before: string | null): string {
  const key = parts.join(':')
  if (!before) return key
  const round = Number(/:r(\d+)$/.exec(before)?.[1] ?? 1)
  return `${key}:r${round + 1}`
}

/** Keeps on record that something went out, by the key that names it. */
export function logPush(ctx: Context, leg: LegRow, kind: string): Promise<void> {
  return ctx.system(() =>
    ctx.tx.run('transfers/insert_leg_message', {
      district_code: leg.district_code,
      id: randomUUID(),
      leg_id: leg.id,
      utility_id: leg.utility_id,
      registry_id: leg.registry_id,
      direction: 'out',
      kind,
      key: leg.push_key,
      outcome: 'queued',
      now: ctx.now.toISOString(),
    }),
  )
}
