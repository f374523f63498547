import type { Context } from '../context.ts'
import { legStatusValues, transferStatusValues } from '../db/queries.gen.ts'
import { pageOf, readCursor } from '../http/page.ts'
import { field, invalid, notFound } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import type { LegRow } from './find.ts'

interface Query {
  status?: string
  limit: number
  cursor?: string
}

/** Newest change first; `next` is the cursor of the following page. The registry lists its cases, a utility the legs addressed to it. */
export async function listTransfers(ctx: Context, query: Query) {
  if (ctx.actor.role === 'registry') return listCases(ctx, query)
  if (ctx.actor.role === 'utility') return listOwnLegs(ctx, query)
  throw notFound('transfers')
}

async function listCases(ctx: Context, query: Query) {
  const { district_code } = ctx.actor
  const rows = await ctx.tx.many('transfers/list_cases', { district_code, ...paramsOf(query, transferStatusValues) })
  const { page, next } = pageOf(rows, query.limit, changedAt)
  const legs = await ctx.tx.many('transfers/list_legs', { district_code, case_ids: page.map((sale) => sale.id) })
  const transfers = page.map((sale) => ({
    reference: sale.reference,
    unit_label: sale.unit_label,
    street_name: sale.street_name,
    status: sale.status,
    opened_at: sale.opened_at,
    entered_at: sale.entered_at,
    finished_at: sale.finished_at,
    updated_at: sale.updated_at,
    id: publicId('trf', district_code, sale.id),
    legs: legs.filter((leg) => leg.case_id === sale.id).map(brief),
  }))
  return { transfers, next }
}

async function listOwnLegs(ctx: Context, query: Query) {
  const { district_code } = ctx.actor
  const rows = await ctx.tx.many('transfers/list_own_legs', { district_code, ...paramsOf(query, legStatusValues) })
  const { page, next } = pageOf(rows, query.limit, changedAt)
  const transfers = page.map((leg) => ({
    id: publicId('trf', district_code, leg.case_id),
    reference: leg.case_reference,
    unit_label: leg.unit_label,
    street_name: leg.street_name,
    status: null,
    opened_at: null,
    entered_at: null,
    finished_at: null,
    updated_at: leg.updated_at,
    legs: [brief(leg)],
  }))
  return { transfers, next }
}

const brief = ({ kind, status, reason_code, arrears_yuan, updated_at, version }: LegRow) => ({
  kind,
  status,
  reason_code,
  arrears_yuan,
  updated_at,
  version,
})

function paramsOf({ status, limit, cursor }: Query, known: readonly string[]) {
  const statuses = status?.split(',').filter(Boolean) ?? null
  if (statuses?.some((one) => !known.includes(one)))
    throw invalid('transfers/invalid', [field('/status', 'http/invalid-value', '未知的状态', 'an unknown status')])
  const before = readCursor(cursor)
  return { statuses, before_at: before.at, before_id: before.id, limit: limit + 1 }
}

const changedAt = ({ updated_at }: { updated_at: string }) => updated_at
