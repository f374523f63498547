import { open, type Keys } from '../access/seal.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { Problem, wrongState } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { lockCase, lockLeg, type CaseRow, type LegKey, type LegRow } from './find.ts'
import { withUtility } from './states.ts'

type Sealed = Queries['transfers/list_sealed_parties']['row']
const readable: readonly string[] = [...withUtility, 'manual']

/**
 * What a utility needs to move one account: read once the leg was pushed and while it is open, only under a standing consent
 * that names this utility, only the kinds of data it names, and with an audit row that keeps the reason (个人信息保护法 6, 23).
 */
export async function readLegParties(ctx: Context, keys: Keys, key: LegKey, reason: string) {
  const { sale, leg } = await lockLeg(ctx, key)
  const { role, organisation_id } = ctx.actor
  if (role !== 'utility') throw new Problem(403, 'transfers/not-your-move', { move: 'parties', role })
  if (!sale.entered_at || !readable.includes(leg.status))
    throw wrongState('transfers', { move: 'parties', status: leg.status })
  const { district_code } = sale
  const consent = await ctx.tx.one('transfers/find_standing_consent', {
    district_code,
    case_id: sale.id,
    kind: leg.kind,
    recipient_id: organisation_id,
  })
  if (!consent) throw new Problem(403, 'transfers/no-consent', { kind: leg.kind })
  const answer = await ctx.system(() => disclose(ctx, keys, sale, leg, consent.data_kinds))
  await ctx.audit({
    action: 'transfer_leg.read_parties',
    district_code,
    subject_kind: 'transfer_leg',
    subject_id: leg.id,
    reason,
    detail: { data_kinds: consent.data_kinds, consent_id: consent.id },
  })
  return answer
}

async function disclose(ctx: Context, keys: Keys, sale: CaseRow, leg: LegRow, kinds: readonly string[]) {
  const { district_code } = sale
  const sealed = await ctx.tx.many('transfers/list_sealed_parties', { district_code, case_id: sale.id })
  const account = await ctx.tx.one('transfers/find_account', { district_code, id: leg.id })
  const named = (kind: string) => kinds.includes(kind)
  return {
    acceptance_no: sale.acceptance_no,
    account_no: open(keys, account!.account_sealed!),
    entered_at: sale.entered_at,
    ...(named('unit_code') ? { unit_code: sale.unit_code } : {}),
    ...(named('location') ? { location: sale.unit_label } : {}),
    ...(named('certificate_no') ? { certificate_no: sale.certificate_no } : {}),
    parties: sealed
      .filter(({ side }) => side === 'buyer' || named('seller_name'))
      .map((party) => partOf(keys, party, party.side === 'seller' ? (kind) => kind === 'name' : named)),
  }
}

function partOf(keys: Keys, party: Sealed, named: (kind: string) => boolean) {
  return {
    side: party.side,
    number: party.number,
    ...(named('name') ? { name: open(keys, party.name_sealed) } : {}),
    ...(named('id_no') ? { id_type: party.id_type, id_no: open(keys, party.id_no_sealed) } : {}),
    ...(named('phone') ? { phone: party.phone_sealed && open(keys, party.phone_sealed) } : {}),
  }
}

/** The registry opens its own case's parties, with a reason that the audit keeps. */
export async function readCaseParties(ctx: Context, keys: Keys, key: Key, reason: string) {
  const sale = await lockCase(ctx, key)
  const sealed = await ctx.tx.many('transfers/list_sealed_parties', {
    district_code: sale.district_code,
    case_id: sale.id,
  })
  await ctx.audit({
    action: 'transfer.read_parties',
    district_code: sale.district_code,
    subject_kind: 'transfer',
    subject_id: sale.id,
    reason,
  })
  return { parties: sealed.map((party) => partOf(keys, party, () => true)) }
}
