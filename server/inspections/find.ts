import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { field, notFound } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import { viewEvidence } from '../projects/evidence.ts'
import { inspectors } from './record.ts'
import { withdrawGuard } from './withdraw.ts'

export type InspectionRow = Queries['inspections/find_inspection']['row']

export function inspectionKey(id: string): Key {
  const key = parsePublicId('ins', id)
  if (!key) throw notFound('inspections')
  return key
}

/** A visit as the caller may see it, or 404. */
export async function findInspection(ctx: Context, key: Key): Promise<InspectionRow> {
  const found = ctx.actor.role === 'public' ? null : await ctx.tx.one('inspections/find_inspection', key)
  if (!found) throw notFound('inspections')
  return found
}

/** A visit as it is listed. */
export function summarise(row: InspectionRow) {
  const { district_code: at, organisation_id: _o, promoter_id: _p, contractor_id: _c, evidence: _e, ...rest } = row
  return {
    ...rest,
    findings: rest.findings as Record<string, unknown>[],
    position: rest.position ?? null,
    sketch: rest.sketch ?? null,
    id: publicId('ins', at, row.id),
    project_id: publicId('prj', at, row.project_id),
    site_id: row.site_id ? publicId('sit', at, row.site_id) : null,
    rectification_id: row.rectification_id ? publicId('rec', at, row.rectification_id) : null,
    follows_rectification_id: row.follows_rectification_id ? publicId('rec', at, row.follows_rectification_id) : null,
  }
}

/** A visit whole: its photos with their distances, what to look at twice, and what may be done with it. */
export async function viewInspection(ctx: Context, key: Key) {
  const row = await findInspection(ctx, key)
  const { district_code, project_id, site_id } = row
  const attachments = await viewEvidence(ctx, { district_code, project_id, site_id }, row.evidence)
  const summary = summarise(row)
  const refused = withdrawGuard(ctx, row)
  const withdraw = {
    name: 'inspection.withdraw',
    href: `/api/inspections/${summary.id}/withdraw`,
    method: 'POST',
    allowed: !refused,
    reason: refused?.code ?? null,
    input: { reason: 'text_required' },
    version: row.version,
  }
  return {
    ...summary,
    attachments,
    warnings: await warningsOf(ctx, row, attachments),
    actions: inspectors.includes(ctx.actor.role) ? [withdraw] : [],
  }
}

/** Doubts that a reader should see and nobody is stopped by: too far from the site for the rule (`inspection`), or no position at all. */
async function warningsOf(ctx: Context, row: InspectionRow, attachments: { distance_m: number | null }[]) {
  const rule = await ruleFor(ctx, row.district_code, 'inspection', shanghaiDay(new Date(row.inspected_at)))
  const limit_m = rule.value.photo_distance_warning_m as number
  const far = (pointer: string, distance_m: number | null) =>
    distance_m !== null && distance_m > limit_m
      ? [
          {
            ...field(
              pointer,
              'inspections/far-from-site',
              `距现场 ${Math.round(distance_m)} 米，超过 ${limit_m} 米`,
              `${Math.round(distance_m)} m from the site, more than ${limit_m} m`,
            ),
            distance_m,
            limit_m,
          },
        ]
      : []
  const nowhere =
    row.distance_m === null
      ? [field('/position', 'inspections/no-position', '没有记录位置', 'no position was recorded')]
      : []
  return [
    ...nowhere,
    ...far('/position', row.distance_m),
    ...attachments.flatMap(({ distance_m }, i) => far(`/attachments/${i}`, distance_m)),
  ]
}
