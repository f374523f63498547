import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import { movesOf } from './actions.ts'
import { explain, type Ground } from './explain.ts'

export type DetectionRow = Queries['detections/find_detection']['row']

const staff: readonly string[] = ['authority', 'inspector', 'planner', 'auditor', 'admin']
/** A suspicion accuses nobody in public: others are answered as if there were none. */
export const isStaff = (role: string): boolean => staff.includes(role)

export function detectionKey(id: string): Key {
  const key = parsePublicId('det', id)
  if (!key) throw notFound('detections')
  return key
}

/** A detection as the caller may see it, or 404. */
export async function findDetection(ctx: Context, key: Key): Promise<DetectionRow> {
  const found = isStaff(ctx.actor.role) ? await ctx.tx.one('detections/find_detection', key) : null
  if (!found) throw notFound('detections')
  return found
}

/** The reference of the present case: a reopened detection has another one. */
export const caseReference = (row: { reference: string; case_number: number }): string | null =>
  row.case_number > 0 ? `${row.reference}-C${String(row.case_number).padStart(2, '0')}` : null

/** A detection whole: its match and why, its case, who was there, and what this caller could do next. */
export async function viewDetection(ctx: Context, key: Key) {
  const row = await findDetection(ctx, key)
  const { district_code: at, id } = row
  const {
    district_code: _at,
    organisation_id: _o,
    responsible_id: _r,
    import_id: _i,
    match: _m,
    match_project_id: _p,
    case_number: _n,
    case_opened_at: _c,
    settled_at: _s,
    finding_note: _f,
    decision_reference: _d,
    penalty_yuan: _y,
    verified: _v,
    matched_at: _t,
    ...shown
  } = row
  const of = { district_code: at, id }
  const repeats = await ctx.tx.many('detections/list_repeats', of)
  return {
    ...shown,
    id: publicId('det', at, id),
    excess: row.excess ?? null,
    duplicate_of_id: row.duplicate_of_id && publicId('det', at, row.duplicate_of_id),
    match: await matchOf(ctx, row),
    case: caseOf(row),
    repeats: repeats.map(({ district_code, ...one }) => ({ ...one, id: publicId('det', district_code, one.id) })),
    ...(await proofOf(ctx, of)),
    clocks: (await ctx.tx.many('detections/list_clocks', of)).map((one) => ({
      ...one,
      id: publicId('clk', at, one.id),
    })),
    history: await ctx.tx.many('detections/list_steps', of),
    actions: movesOf(row, ctx.actor.role).map((action) => ({ ...action, version: row.version })),
  }
}

type Kept = { grounds: Ground[]; matched_share: number; review_share: number; basis_zh: string; basis_en: string }

async function matchOf(ctx: Context, row: DetectionRow) {
  const { district_code, observed_on, coverage, share_covered, matched_at } = row
  if (!coverage || share_covered === null) return null
  const { grounds, ...kept } = row.match as Kept
  const shapes = await ctx.tx.many('detections/list_grounds', {
    district_code,
    day: observed_on,
    ids: grounds.map(({ project_id }) => project_id),
  })
  return {
    ...kept,
    coverage,
    share_covered,
    matched_at,
    ...explain({ ...row, ...kept, coverage, share_covered, grounds }),
    grounds: grounds.map((ground) => ({
      ...ground,
      permit_id: ground.permit_id && publicId('per', district_code, ground.permit_id),
      project_id: publicId('prj', district_code, ground.project_id),
      geometry: shapes.find(({ id }) => id === ground.project_id)?.geometry ?? null,
    })),
  }
}

/** What follows from a match that was not covered; the dig is named when it was one that began before its permit. */
function caseOf(row: DetectionRow) {
  const reference = caseReference(row)
  if (!reference) return null
  const { district_code, match_project_id, status } = row
  return {
    reference,
    status,
    opened_at: row.case_opened_at,
    settled_at: row.settled_at,
    is_verified: row.verified > 0,
    finding_note: row.finding_note,
    project_id: match_project_id && publicId('prj', district_code, match_project_id),
    decision_reference: row.decision_reference,
    penalty_yuan: row.penalty_yuan,
  }
}

async function proofOf(ctx: Context, of: Key) {
  const visits = await ctx.tx.many('detections/list_verifications', of)
  const files = await ctx.tx.many('detections/list_files', { ...of, ids: null })
  const named = (id: string) => publicId('att', of.district_code, id)
  return {
    verifications: visits.map(({ id: _id, evidence, ...visit }) => ({ ...visit, evidence: evidence.map(named) })),
    files: files.map(({ district_code: _at, ...file }) => ({ ...file, id: named(file.id) })),
  }
}
