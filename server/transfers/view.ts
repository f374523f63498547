import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { actionsOf } from '../machine/machine.ts'
import { mustTakePart, type CaseRow, type LegKey, type LegRow } from './find.ts'
import { caseMachine } from './states.ts'
import { viewLegs } from './view-legs.ts'

/** A transfer as this caller may see it: whole (parties masked) for its registry, its own leg for a utility, 404 for anybody else. */
export async function viewTransfer(ctx: Context, key: Key) {
  mustTakePart(ctx)
  const sale = await ctx.tx.one('transfers/find_case', key)
  const legs = await ctx.tx.many('transfers/list_legs', { district_code: key.district_code, case_ids: [key.id] })
  if (sale) return wholeTransfer(ctx, sale, legs)
  const [first] = legs
  if (!first) throw notFound('transfers')
  return {
    ...nothing,
    id: publicId('trf', key.district_code, key.id),
    reference: first.case_reference,
    unit: { id: null, unit_code: null, label: first.unit_label },
    street_name: first.street_name,
    updated_at: first.updated_at,
    version: first.version,
    legs: await viewLegs(ctx, key, legs),
  }
}

const nothing = {
  status: null,
  acceptance_no: null,
  certificate_no: null,
  opened_at: null,
  entered_at: null,
  finished_at: null,
  cancel_reason: null,
  parties: [],
  digs: [],
  actions: [],
}

async function wholeTransfer(ctx: Context, sale: CaseRow, legs: LegRow[]) {
  const { district_code, id, reference, status, acceptance_no, certificate_no, opened_at, entered_at, finished_at } =
    sale
  const digs = await ctx.system(() => ctx.tx.many('transfers/list_digs_near', { district_code, unit_id: sale.unit_id }))
  const base = `/api/transfers/${publicId('trf', district_code, id)}`
  return {
    id: publicId('trf', district_code, id),
    reference,
    unit: { id: publicId('unt', district_code, sale.unit_id), unit_code: sale.unit_code, label: sale.unit_label },
    street_name: sale.street_name,
    status,
    acceptance_no,
    certificate_no,
    opened_at,
    entered_at,
    finished_at,
    cancel_reason: sale.cancel_reason,
    updated_at: sale.updated_at,
    version: sale.version,
    legs: await viewLegs(ctx, sale, legs),
    parties: await ctx.tx.many('transfers/list_parties', { district_code, case_id: id }),
    digs: digs.map((dig) => viewDig(district_code, dig)),
    actions: actionsOf(caseMachine, status, ctx.actor.role, (name) => `${base}/${name.replaceAll('_', '-')}`, {
      precheck: legs.some((leg) => leg.status === 'not_requested') ? null : 'transfers/nothing-to-check',
      cancel: legs.some((leg) => leg.status === 'completed') ? 'transfers/already-moved' : null,
    }),
  }
}

export function viewDig(district_code: number, dig: Queries['transfers/list_digs_near']['row']) {
  return {
    id: publicId('prj', district_code, dig.id),
    reference: dig.reference,
    name: dig.name,
    name_en: dig.name_en,
    stage: dig.stage,
    distance_m: Math.round(dig.distance_m * 10) / 10,
    expected_backfill_on: dig.planned_to,
  }
}

/** One leg with what went out and came in. */
export async function viewLeg(ctx: Context, key: LegKey) {
  mustTakePart(ctx)
  const { district_code } = key
  const leg = await ctx.tx.one('transfers/find_leg', { district_code, case_id: key.id, kind: key.kind })
  if (!leg) throw notFound('transfers')
  const [view] = await viewLegs(ctx, key, [leg])
  return {
    ...view!,
    reference: leg.case_reference,
    unit_label: leg.unit_label,
    messages: await ctx.tx.many('transfers/list_leg_messages', { district_code, leg_id: leg.id }),
  }
}
