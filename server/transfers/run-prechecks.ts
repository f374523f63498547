import { systemActor } from '../access/actor.ts'
import { open } from '../access/seal.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Parts } from '../http/environment.ts'
import type { Outbound } from '../http/outbound.ts'
import { precheck, type PrecheckOutcome } from './adapters/precheck.ts'
import { settlePrecheck } from './settle-precheck.ts'

type Claimed = Queries['transfers/claim_prechecks']['row']

/**
 * Asks the utilities about every leg that is due: claim in one transaction, call outside all of them, write the verdict in
 * another. The claim is a lease: a server killed in between leaves a row that is due again. Returns how many were asked.
 */
export async function runPrechecks(parts: Parts, district_code: number, outbound: Outbound): Promise<number> {
  const system = systemActor(district_code)
  const { claimed, tries, timeout_ms } = await parts.run(system, (ctx) => claim(ctx, district_code))
  const asked = claimed.map(async (leg) => {
    const outcome = await ask(parts, outbound, leg, timeout_ms)
    await parts.run(system, (ctx) =>
      settlePrecheck(ctx, { district_code, id: leg.case_id, kind: leg.kind }, outcome, tries),
    )
  })
  const failed = (await Promise.allSettled(asked)).find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return claimed.length
}

async function claim(ctx: Context, district_code: number) {
  const day = shanghaiDay(ctx.now)
  const { value } = await ruleFor(ctx, district_code, 'transfer.precheck', day)
  const limits = value as { timeout_seconds: number; tries: number }
  const timeout_ms = limits.timeout_seconds * 1000
  const claimed = await ctx.tx.many('transfers/claim_prechecks', {
    district_code,
    day,
    wall: ctx.wall.toISOString(),
    lease_until: new Date(ctx.wall.getTime() + timeout_ms * 2).toISOString(),
    limit: 8,
  })
  return { claimed, tries: limits.tries, timeout_ms }
}

/** What goes out is the account number, the utility's own unit code and "check arrears", nothing of the buyer (个人信息保护法 第6条). */
async function ask(
  parts: Parts,
  outbound: Outbound,
  leg: Claimed,
  timeout_ms: number,
): Promise<PrecheckOutcome | 'not_offered'> {
  if (!leg.precheck_url || !leg.account_sealed) return 'not_offered'
  const account_no = open(parts.keys, leg.account_sealed)
  const request = { account_no, unit_code: leg.unit_code ?? '', check: ['arrears'] as ['arrears'] }
  return precheck(outbound, { kind: leg.kind, url: leg.precheck_url }, request, timeout_ms)
}
