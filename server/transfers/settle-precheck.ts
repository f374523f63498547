import type { Context } from '../context.ts'
import type { PrecheckOutcome } from './adapters/precheck.ts'
import { lockLeg, type CaseRow, type LegKey, type LegRow } from './find.ts'
import { moveLeg } from './move-leg.ts'
import { refoldCase } from './refold.ts'
import { tellParties } from './tell.ts'

const soon_ms = 20_000
const later_ms = 3_600_000

/**
 * Writes what a utility said about an account. A leg that went elsewhere meanwhile (opted out, cancelled) is left alone.
 * Silence blocks nobody: it is asked again, soon at first and then every hour; a utility that offers no check passes unchecked.
 */
export async function settlePrecheck(
  ctx: Context,
  key: LegKey,
  outcome: PrecheckOutcome | 'not_offered',
  tries: number,
): Promise<void> {
  const { sale, leg } = await lockLeg(ctx, key)
  if (leg.status !== 'precheck_requested') return
  if (outcome === 'not_offered') await pass(ctx, sale, leg, 'unchecked')
  else if (outcome.verdict === 'passed') await pass(ctx, sale, leg, null)
  else if (outcome.verdict === 'blocked') await block(ctx, sale, leg, outcome)
  else await askAgain(ctx, leg, outcome, tries)
  await refoldCase(ctx, key)
}

async function pass(ctx: Context, sale: CaseRow, leg: LegRow, reason_code: string | null): Promise<void> {
  const passed = await moveLeg(ctx, leg, 'pass', { change: { reason_code } })
  if (sale.entered_at) await moveLeg(ctx, passed, 'arm')
}

async function block(
  ctx: Context,
  sale: CaseRow,
  leg: LegRow,
  { reason, arrears_yuan }: Extract<PrecheckOutcome, { verdict: 'blocked' }>,
): Promise<void> {
  // The utility's own words are not kept: nobody can promise that they name no person.
  await moveLeg(ctx, leg, 'block', { change: { reason_code: reason, arrears_yuan }, data: { reason_code: reason } })
  if (reason === 'arrears')
    await tellParties(ctx, sale, 'seller', 'transfer.arrears', { reference: sale.reference, kind: leg.kind })
}

async function askAgain(
  ctx: Context,
  leg: LegRow,
  outcome: Extract<PrecheckOutcome, { verdict: 'unclear' | 'no_answer' }>,
  tries: number,
): Promise<void> {
  const isFirst = leg.reason_code !== outcome.verdict
  const wait_ms = outcome.verdict === 'no_answer' && leg.attempts < tries ? soon_ms : later_ms
  const noted = await ctx.tx.one('transfers/note_precheck', {
    district_code: leg.district_code,
    id: leg.id,
    version: leg.version,
    reason_code: outcome.verdict,
    reason_detail: (outcome.verdict === 'unclear' ? outcome.code : outcome.error).slice(0, 40),
    next_at: new Date(ctx.wall.getTime() + wait_ms).toISOString(),
    now: ctx.now.toISOString(),
  })
  if (!noted || !isFirst) return
  await ctx.emit({
    type: 'transfer.leg.precheck_unanswered',
    district_code: leg.district_code,
    subject_kind: 'transfer_leg',
    subject_id: leg.id,
    subject_version: noted.version,
    utility_id: leg.utility_id,
    registry_id: leg.registry_id,
    is_personal: true,
    data: { transfer_id: leg.case_id, kind: leg.kind, reason_code: outcome.verdict },
  })
  const detail = { reason_code: outcome.verdict }
  await ctx.audit({
    action: 'transfer_leg.precheck_unanswered',
    district_code: leg.district_code,
    subject_kind: 'transfer_leg',
    subject_id: leg.id,
    detail,
  })
}
