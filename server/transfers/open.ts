import { randomUUID } from 'node:crypto'
import { newCredential } from '../access/secret.ts'
import type { Keys } from '../access/seal.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { parseRealEstateUnitCode } from '../projects/codes/real-estate-unit-code.ts'
import { insertConsent } from './consent.ts'
import type { LegInput, TransferInput } from './schemas.ts'
import { sealAccount, sealParty } from './seal-party.ts'
import { tellParties } from './tell.ts'

type Home = Queries['transfers/find_home']['row']

/**
 * Opens a transfer when the sale's registration is accepted: nothing goes out yet. Parties and accounts are sealed, each
 * utility chosen has its own consent receipt. `link` is the buyer's, returned this once: only its hash is kept.
 */
export async function openTransfer(ctx: Context, keys: Keys, input: TransferInput): Promise<Key & { link: string }> {
  if (ctx.actor.role !== 'registry') throw new Problem(403, 'transfers/not-your-move', { role: ctx.actor.role })
  const home = await homeOf(ctx, input)
  const { district_code } = home
  const link = newCredential('dgl', district_code)
  const sale = {
    district_code,
    id: link.id,
    reference: await nextReference(ctx, district_code),
    registry_id: ctx.actor.organisation_id!,
    admin_code: home.admin_code,
    street_name: home.street_name,
    unit_label: home.label,
    now: ctx.now.toISOString(),
  }
  await ctx.tx.run('transfers/insert_case', {
    ...sale,
    acceptance_no: input.acceptance_no,
    unit_id: home.id,
    unit_code: home.unit_code,
    tracking_hash: link.secret_hash,
  })
  for (const [side, list] of [
    ['buyer', input.parties.buyers],
    ['seller', input.parties.sellers],
  ] as const)
    for (const [i, party] of list.entries())
      await ctx.tx.run('transfers/insert_party', {
        ...sale,
        ...sealParty(keys, party),
        id: randomUUID(),
        case_id: sale.id,
        side,
        number: i + 1,
      })
  for (const leg of input.legs) await insertLeg(ctx, keys, sale, leg)
  await ctx.emit({
    type: 'transfer.opened',
    district_code,
    subject_kind: 'transfer',
    subject_id: sale.id,
    subject_version: 1,
    registry_id: sale.registry_id,
    is_personal: true,
    data: { reference: sale.reference },
  })
  const detail = { reference: sale.reference, legs: input.legs.map((leg) => leg.kind) }
  await ctx.audit({ action: 'transfer.open', district_code, subject_kind: 'transfer', subject_id: sale.id, detail })
  await tellParties(ctx, sale, 'buyer', 'transfer.opened', { reference: sale.reference })
  return { district_code, id: sale.id, link: link.text }
}

type Sale = Key & {
  reference: string
  registry_id: string
  admin_code: string | null
  street_name: string | null
  unit_label: string
  now: string
}

/** A leg without a route is kept: its precheck says so, and it goes on when a route and a consent for it are there. */
async function insertLeg(ctx: Context, keys: Keys, sale: Sale, leg: LegInput): Promise<void> {
  const isChosen = 'account_no' in leg
  const utility_id = isChosen ? ((await routeOf(ctx, sale, leg.kind))?.utility_id ?? null) : null
  await ctx.tx.run('transfers/insert_leg', {
    ...sale,
    ...(isChosen
      ? sealAccount(keys, leg.account_no)
      : { account_sealed: null, account_hmac: null, account_masked: null }),
    id: randomUUID(),
    case_id: sale.id,
    case_reference: sale.reference,
    kind: leg.kind,
    utility_id,
    status: isChosen ? 'not_requested' : 'opted_out',
  })
  if (isChosen && utility_id)
    await insertConsent(ctx, { ...sale, kind: leg.kind, recipient_id: utility_id }, leg.consent)
}

/** Which utility serves this street with this kind today; null when none does. */
export function routeOf(ctx: Context, sale: { district_code: number; admin_code: string | null }, kind: string) {
  return ctx.system(() =>
    ctx.tx.one('transfers/find_route', {
      district_code: sale.district_code,
      kind,
      admin_code: sale.admin_code ?? String(sale.district_code),
      day: shanghaiDay(ctx.now),
    }),
  )
}

async function homeOf(ctx: Context, { unit_id, unit_code }: TransferInput): Promise<Home> {
  const key = unit_id === undefined ? null : parsePublicId('unt', unit_id)
  const code = unit_code === undefined ? null : parseRealEstateUnitCode(unit_code)
  if (code && !code.ok)
    throw invalid('transfers/invalid', [field('/unit_code', code.code, code.message_zh, code.message_en)])
  const home =
    key || code
      ? await ctx.tx.one('transfers/find_home', {
          district_code: key?.district_code ?? ctx.actor.district_code,
          id: key?.id ?? null,
          unit_code: code?.code ?? null,
        })
      : null
  if (home) return home
  const pointer = unit_id === undefined ? '/unit_code' : '/unit_id'
  throw invalid('transfers/invalid', [
    field(pointer, 'transfers/no-such-home', '没有这个不动产单元', 'there is no such home'),
  ])
}

async function nextReference(ctx: Context, district_code: number): Promise<string> {
  const year = Number(shanghaiDay(ctx.now).slice(0, 4))
  const taken = await ctx.system(() => ctx.tx.one('transfers/take_reference', { district_code, year }))
  return `UT-${district_code}-${year}-${String(taken!.last_number).padStart(6, '0')}`
}
