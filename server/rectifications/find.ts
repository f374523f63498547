import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import { viewEvidence } from '../projects/evidence.ts'
import { movesOf } from './actions.ts'

export type RectificationRow = Queries['rectifications/find_rectification']['row']

export function rectificationKey(id: string): Key {
  const key = parsePublicId('rec', id)
  if (!key) throw notFound('rectifications')
  return key
}

/** A rectification as the caller may see it, or 404. */
export async function findRectification(ctx: Context, key: Key): Promise<RectificationRow> {
  const found = ctx.actor.role === 'public' ? null : await ctx.tx.one('rectifications/find_rectification', key)
  if (!found) throw notFound('rectifications')
  return found
}

/** A rectification as it is listed. Who sent the evidence stays inside. */
export function summarise(row: RectificationRow) {
  const {
    district_code: at,
    organisation_id: _o,
    promoter_id: _p,
    contractor_id: _c,
    evidence: _e,
    evidence_by: _by,
    ...rest
  } = row
  return {
    ...rest,
    severity: row.severity as 'low' | 'high',
    items: row.items as Record<string, unknown>[],
    card: row.card ?? ('none' as const),
    id: publicId('rec', at, row.id),
    project_id: publicId('prj', at, row.project_id),
    site_id: row.site_id ? publicId('sit', at, row.site_id) : null,
    inspection_id: publicId('ins', at, row.inspection_id),
    cleared_by_inspection_id: row.cleared_by_inspection_id ? publicId('ins', at, row.cleared_by_inspection_id) : null,
  }
}

/** A rectification whole: with the evidence, and what this caller could do next. */
export async function viewRectification(ctx: Context, key: Key) {
  const row = await findRectification(ctx, key)
  const { district_code, project_id, site_id } = row
  return {
    ...summarise(row),
    evidence: await viewEvidence(ctx, { district_code, project_id, site_id }, row.evidence),
    actions: movesOf(row, ctx.actor.role).map((action) => ({ ...action, version: row.version })),
  }
}
