import type { Context } from '../context.ts'
import { publicId } from '../http/public-id.ts'
import { findHeldDecision } from './hold-decision.ts'
import type { ConsentRow } from './move-consent.ts'
import type { HandoverRow } from './move-handover.ts'
import type { PromiseRow } from './move-promise.ts'
import { requestPrefixes, type RequestRow } from './move-request.ts'
import type { PermitRow } from './move.ts'
import { requiredDocuments } from './required-documents.ts'

/** One permit with all that hangs on it, as the caller may see it. */
export async function viewPermit(ctx: Context, row: PermitRow) {
  const of = { district_code: row.district_code, permit_id: row.id }
  const { district_code, id, project_id, appeal_key, appeal_review_until, appeal_suit_until, ...rest } =
    withoutParties(row)
  const { created_at: _created, deregistered_from: _from, agent_id, ...shown } = rest
  const handover = await ctx.tx.one('permits/find_handover_of_permit', of)
  const isTakenBack = handover?.status === 'dropped' && row.status === 'application_accepted'
  const held = await findHeldDecision(ctx, row)
  return {
    ...shown,
    id: publicId('per', district_code, id),
    project_id: publicId('prj', district_code, project_id),
    appeal: appeal_key ? { key: appeal_key, review_until: appeal_review_until!, suit_until: appeal_suit_until! } : null,
    documents: await requiredDocuments(ctx, row),
    promises: (await ctx.tx.many('permits/list_promises', of)).map(shownPromise),
    handover: handover && !isTakenBack ? shownHandover(handover) : null,
    by_agent: agent_id !== null,
    consents: (await ctx.tx.many('permits/list_consents', of)).map(shownConsent),
    changes: (await ctx.tx.many('permits/list_change_requests', of)).map(shownRequest),
    undo_seconds: held && Math.ceil((Date.parse(held.held_until) - ctx.wall.getTime()) / 1000),
    special_procedures: await ctx.tx.many('permits/list_special_procedures', of),
  }
}

function shownPromise(row: PromiseRow) {
  const { district_code, id, permit_id: _permit, project_id: _project, signed_by: _by, ...rest } = withoutParties(row)
  return { ...rest, documents: row.documents as string[], id: publicId('prm', district_code, id) }
}

export function shownHandover(row: HandoverRow) {
  const { district_code, id, permit_id, project_id, unit_id, signed_by: _by, ...rest } = withoutParties(row)
  return {
    ...rest,
    id: publicId('hnd', district_code, id),
    permit_id: publicId('per', district_code, permit_id),
    project_id: publicId('prj', district_code, project_id),
    unit_id: publicId('org', district_code, unit_id),
  }
}

export function shownConsent(row: ConsentRow) {
  const { district_code, id, permit_id: _permit, project_id: _project, ...rest } = withoutParties(row)
  return { ...rest, id: publicId('con', district_code, id) }
}

export function shownRequest(row: RequestRow) {
  const { district_code, id, permit_id, project_id, ...rest } = withoutParties(row)
  return {
    ...rest,
    id: publicId(requestPrefixes[row.kind], district_code, id),
    permit_id: publicId('per', district_code, permit_id),
    project_id: publicId('prj', district_code, project_id),
  }
}

function withoutParties<Row extends { promoter_id: string; contractor_id: string | null; authority_id: string }>(
  row: Row,
) {
  const { promoter_id: _p, contractor_id: _c, authority_id: _a, ...rest } = row
  return rest
}
