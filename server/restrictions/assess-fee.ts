import { randomUUID } from 'node:crypto'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { MultiPolygon } from '../geometry/geojson.ts'
import { notFound, Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { segmentsUnder } from './check.ts'
import { cents, estimateFee } from './fee.ts'

type Charged = Queries['restrictions/find_charged_permit']['row']
const notTheirs = new Set(['restrictions/not-your-move', 'restrictions/other-authority'])
type Reached = Pick<Charged, 'status' | 'authority_id'>

/** Why this caller may not assess the fee of a permit, or null: from its acceptance on, by the authority that decides it, until it is settled. */
export function assessRefusal(ctx: Context, permit: Reached, fee: { status: string } | null): string | null {
  if (ctx.actor.role !== 'authority') return 'restrictions/not-your-move'
  if (permit.authority_id !== ctx.actor.organisation_id) return 'restrictions/other-authority'
  if (!['application_accepted', 'granted', 'delivered'].includes(permit.status)) return 'restrictions/wrong-state'
  return fee && fee.status !== 'assessed' ? 'restrictions/fee-closed' : null
}

/** The authority assesses, or assesses anew what is not settled yet, by the tariffs in force; 409 where the place has none. */
export async function assessFee(ctx: Context, key: Key): Promise<Charged> {
  const { district_code, id } = key
  const permit = ctx.actor.role === 'public' ? null : await findCharged(ctx, key)
  if (!permit) throw notFound('permits')
  const fee = await ctx.tx.one('restrictions/find_fee_of_permit', { district_code, permit_id: id })
  const refused = assessRefusal(ctx, permit, fee)
  if (refused) throw new Problem(notTheirs.has(refused) ? 403 : 409, refused)
  if (!(await ctx.system(() => assess(ctx, permit)))) throw new Problem(409, 'restrictions/no-tariff')
  return permit
}

/** With the grant, for the period and the ground that were granted, what is not settled by then is assessed anew. Answers `permit.granted`. */
export async function assessAtGrant(ctx: Context, event: { district_code: number; subject_id: string }): Promise<void> {
  const permit = await findCharged(ctx, { district_code: event.district_code, id: event.subject_id })
  if (permit) await assess(ctx, permit)
}

/**
 * The same for the new period and ground of a granted change or renewal. What was paid in or waived stays; what is due besides becomes a
 * further part. Answers `change_request.granted`, `renewal.granted`, `renewal.deemed_renewed`.
 */
export async function assessOfChange(
  ctx: Context,
  { district_code, subject_id }: { district_code: number; subject_id: string },
): Promise<void> {
  const changed = await ctx.tx.one('restrictions/find_changed_permit', { district_code, change_id: subject_id })
  const permit = changed && (await findCharged(ctx, { district_code, id: changed.permit_id }))
  if (permit) await assess(ctx, permit, true)
}

const findCharged = (ctx: Context, { district_code, id }: Key) =>
  ctx.tx.one('restrictions/find_charged_permit', { district_code, id })

/** False where the place has no tariff, the fee is settled already, or, for what is due `besides`, nothing more is. */
async function assess(ctx: Context, permit: Charged, besides = false): Promise<boolean> {
  const { district_code, project_id } = permit
  const area = permit.geometry as unknown as MultiPolygon
  const day = shanghaiDay(ctx.now)
  const plan = { kind: permit.project_kind, planned_from: permit.valid_from, planned_to: permit.valid_to }
  const segments = await segmentsUnder(ctx, { area, district_codes: [district_code], today: day }, plan, [])
  const due = await estimateFee(ctx, { district_code, day, from: plan.planned_from, to: plan.planned_to, segments })
  if (!due) return false
  const parts = await ctx.tx.many('restrictions/list_fee_parts', { district_code, permit_id: permit.id })
  const charge = nextPart(parts, due, besides)
  if (!charge) return false
  const { currency: _c, total: _t, ...figures } = due
  const lines = segments.map((road) => ({
    road_id: road.id,
    name: road.name,
    name_en: road.name_en,
    surface: road.surface,
    charged_m2: road.charged_m2,
    fee_factor: road.fee_factor,
    open_until: road.open_until,
  }))
  const kept = await ctx.tx.one('restrictions/assess_fee', {
    ...figures,
    ...charge,
    district_code,
    id: randomUUID(),
    permit_id: permit.id,
    project_id,
    lines: JSON.stringify(lines),
    authority_id: permit.authority_id,
    promoter_id: permit.promoter_id,
    contractor_id: permit.contractor_id,
    now: ctx.now.toISOString(),
  })
  if (!kept) return false
  const total = cents(charge.restoration + charge.occupation)
  const rule = await ruleFor(ctx, district_code, 'fee.collection', day)
  const subject = { district_code, subject_kind: 'permit_fee', subject_id: kept.id }
  await ctx.emit({
    type: 'permit_fee.assessed',
    ...subject,
    subject_version: kept.version,
    project_id,
    promoter_id: permit.promoter_id,
    basis_zh: rule.basis_zh,
    basis_en: rule.basis_en,
    data: { total, restoration: charge.restoration, occupation: charge.occupation },
  })
  await ctx.audit({ action: 'permit_fee.assess', ...subject, detail: { total } })
  return true
}

type Part = Queries['restrictions/list_fee_parts']['row']
type Due = { restoration: number; occupation: number }

/**
 * The part to assess: the open one anew, else the next one, less what earlier parts have charged. Each of the two fees is its own: less of
 * the one pays nothing of the other, and nothing is paid back. Null when none is open and nothing more is due.
 */
function nextPart(parts: readonly Part[], due: Due, besides: boolean) {
  const closed = parts.filter(({ status }) => status !== 'assessed')
  const open = parts.find(({ status }) => status === 'assessed')
  if (closed.length > 0 && !open && !besides) return null
  const more = (fee: keyof Due) =>
    cents(
      Math.max(
        0,
        closed.reduce((left, part) => left - part[fee], due[fee]),
      ),
    )
  const charge = { restoration: more('restoration'), occupation: more('occupation') }
  if (closed.length > 0 && !open && charge.restoration + charge.occupation === 0) return null
  const charged_before = cents(closed.reduce((sum, { total }) => sum + total, 0))
  return { part: open?.part ?? parts.length + 1, charged_before, ...charge }
}
