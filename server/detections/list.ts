import type { Context } from '../context.ts'
import { detectionStatusValues } from '../db/queries.gen.ts'
import { field, invalid, notFound, Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { readBbox } from '../projects/list.ts'
import { caseReference, isStaff } from './find.ts'
import type { DetectionQuery } from './schemas.ts'

/** Detections the caller may see, the last observed first; `next` is the cursor of the following page. */
export async function listDetections(ctx: Context, query: DetectionQuery) {
  if (!isStaff(ctx.actor.role)) throw notFound('detections')
  const cursor = query.cursor ? readCursor(query.cursor) : null
  const [west, south, east, north] = query.bbox ? readBbox(query.bbox) : []
  const rows = await ctx.tx.many('detections/list_detections', {
    district_code: ctx.actor.district_code,
    statuses: query.status ? readStatuses(query.status) : null,
    west: west ?? null,
    south: south ?? null,
    east: east ?? null,
    north: north ?? null,
    before_on: cursor?.on ?? null,
    before_id: cursor?.id ?? null,
    limit: query.limit + 1,
  })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    detections: page.map(({ district_code: at, case_number, ...row }) => ({
      ...row,
      id: publicId('det', at, row.id),
      duplicate_of_id: row.duplicate_of_id && publicId('det', at, row.duplicate_of_id),
      case_reference: caseReference({ reference: row.reference, case_number }),
      card: row.card ?? ('none' as const),
    })),
    next: rows.length > query.limit && last ? writeCursor(last) : null,
  }
}

function readStatuses(text: string): string[] {
  const asked = text.split(',').filter(Boolean)
  if (asked.every((one) => (detectionStatusValues as readonly string[]).includes(one))) return asked
  throw invalid('detections/invalid', [
    field('/status', 'http/invalid-value', '没有这样的状态', `one of ${detectionStatusValues.join(', ')}`),
  ])
}

const writeCursor = (row: { observed_on: string; id: string }) =>
  Buffer.from(`${row.observed_on}|${row.id}`).toString('base64url')
function readCursor(text: string): { on: string; id: string } {
  const [on, id] = Buffer.from(text, 'base64url').toString().split('|')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on ?? '') || !/^[0-9a-f-]{36}$/.test(id ?? ''))
    throw new Problem(422, 'http/invalid-cursor')
  return { on: on!, id: id! }
}
