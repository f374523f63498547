import type { Context } from '../context.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { actionsOf, type Action } from '../machine/machine.ts'
import type { LegRow } from './find.ts'
import { legMachine } from './states.ts'

/** Moves that follow from others and are nobody's button. */
const inner = new Set(['transfer_leg.request_precheck', 'transfer_leg.block', 'transfer_leg.arm'])

/** Legs as their reader may see them: with the utility's name, the consent, the clocks, and what the reader could do next. */
export async function viewLegs(ctx: Context, { district_code, id }: Key, legs: readonly LegRow[]) {
  const of = { district_code, leg_ids: legs.map((leg) => leg.id) }
  const clocks = await ctx.system(() => ctx.tx.many('transfers/list_leg_clocks', of))
  const consents = await ctx.tx.many('transfers/list_consents', { district_code, case_id: id })
  const ids = [...new Set(legs.flatMap((leg) => leg.utility_id ?? []))]
  const names = await ctx.tx.many('transfers/list_names', { district_code, ids })
  return legs.map((leg) => {
    const utility = names.find((name) => name.id === leg.utility_id)
    const consent = consents.findLast((one) => one.leg_kind === leg.kind && one.recipient_id === leg.utility_id)
    return {
      ...shown(leg),
      utility: utility
        ? { id: publicId('org', district_code, utility.id), name: utility.name_zh, name_en: utility.name_en }
        : null,
      consent: consent ? { ...consent, is_standing: consent.withdrawn_at === null } : null,
      clocks: clocks.filter((clock) => clock.subject_id === leg.id),
      actions: [...legActions(ctx, leg), ...consentActions(ctx, leg, consent?.withdrawn_at === null)],
    }
  })
}

function shown(leg: LegRow) {
  const {
    district_code,
    kind,
    status,
    account_masked,
    reason_code,
    reason_detail,
    arrears_yuan,
    push_key,
    utility_ack,
  } = leg
  const { attempts, pushed_at, acknowledged_at, finished_at, updated_at, version } = leg
  return {
    id: publicId('leg', district_code, leg.id),
    transfer_id: publicId('trf', district_code, leg.case_id),
    kind,
    status,
    account_masked,
    reason_code,
    reason_detail,
    arrears_yuan,
    push_key,
    utility_ack,
    attempts,
    pushed_at,
    acknowledged_at,
    finished_at,
    updated_at,
    version,
  }
}

const pathOf = (leg: LegRow) => `/api/transfers/${publicId('trf', leg.district_code, leg.case_id)}/legs/${leg.kind}`

function legActions(ctx: Context, leg: LegRow): Action[] {
  const base = pathOf(leg)
  const path = (name: string) => (name === 'request_cancel' ? 'cancel' : name.replaceAll('_', '-'))
  const settled = leg.reason_code === 'arrears' ? null : 'transfers/no-arrears'
  return actionsOf(legMachine, leg.status, ctx.actor.role, (name) => `${base}/${path(name)}`, {
    settle: settled,
  }).filter((action) => !inner.has(action.name))
}

/** Withdrawing is a right that no state takes away (个人信息保护法 15). */
function consentActions(ctx: Context, leg: LegRow, isStanding: boolean): Action[] {
  if (ctx.actor.role !== 'registry' || !isStanding) return []
  const href = `${pathOf(leg)}/withdraw-consent`
  return [
    {
      name: 'transfer_leg.withdraw_consent',
      href,
      method: 'POST',
      allowed: true,
      reason: null,
      input: { reason: 'text_required' },
    },
  ]
}
