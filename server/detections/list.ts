import type { Context } from '../context.ts'
import { detectionStatusValues } from '../db/queries.gen.ts'
import { isDay, pageOf, readCursor } from '../http/page.ts'
import { notFound } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { readStatuses } from '../http/statuses.ts'
import { readBbox } from '../projects/list.ts'
import { caseReference, isStaff } from './find.ts'
import type { DetectionQuery } from './schemas.ts'

/** Detections the caller may see, the last observed first; `next` is the cursor of the following page. */
export async function listDetections(ctx: Context, query: DetectionQuery) {
  if (!isStaff(ctx.actor.role)) throw notFound('detections')
  const before = readCursor(query.cursor, isDay)
  const [west, south, east, north] = query.bbox ? readBbox(query.bbox) : []
  const rows = await ctx.tx.many('detections/list_detections', {
    district_code: ctx.actor.district_code,
    statuses: query.status ? readStatuses(query.status, detectionStatusValues, 'detections/invalid') : null,
    west: west ?? null,
    south: south ?? null,
    east: east ?? null,
    north: north ?? null,
    before_on: before.at,
    before_id: before.id,
    limit: query.limit + 1,
  })
  const { page, next } = pageOf(rows, query.limit, ({ observed_on }) => observed_on)
  return {
    detections: page.map(({ district_code: at, case_number, ...row }) => ({
      ...row,
      id: publicId('det', at, row.id),
      duplicate_of_id: row.duplicate_of_id && publicId('det', at, row.duplicate_of_id),
      case_reference: caseReference({ reference: row.reference, case_number }),
      card: row.card ?? ('none' as const),
    })),
    next,
  }
}
