import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { checkGeometry } from '../geometry/rules.ts'
import { field, fieldOf, invalid, Problem, type FieldError } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import type { InspectionInput } from './schemas.ts'

/** What the rule `inspection.field` says of visits that are made without a network and written down later. */
export interface FieldRule {
  /** how many hours after a visit it may still be written down */
  late_hours: number
  /** how near to its site a visit begins by itself, in metres */
  start_within_m: number
}

export async function fieldRule(ctx: Context, district_code: number): Promise<FieldRule> {
  return (await ruleFor(ctx, district_code, 'inspection.field', shanghaiDay(ctx.now))).value as unknown as FieldRule
}

/** A device's clock may run this much ahead of ours. */
const ahead_ms = 5 * 60_000

/**
 * When the inspector came, when the visit was, and when it is written down, as instants. A visit that is sent later keeps its own time: 422 for one in the
 * future, and for one that is older than the rule allows.
 */
export async function timesOf(ctx: Context, district_code: number, { inspected_at, started_at }: InspectionInput) {
  const now = ctx.now.getTime()
  const seen = inspected_at ? Date.parse(inspected_at) : now
  const begun = started_at ? Date.parse(started_at) : null
  const { late_hours } = await fieldRule(ctx, district_code)
  const errors: FieldError[] = []
  if (seen > now + ahead_ms)
    errors.push(wrong('/inspected_at', 'in-future', '检查时间在将来', 'the visit lies in the future'))
  if (seen < now - late_hours * 3_600_000)
    errors.push(
      wrong(
        '/inspected_at',
        'too-late',
        `检查须在 ${late_hours} 小时内上传`,
        `a visit is written down within ${late_hours} hours`,
      ),
    )
  if (begun !== null && (begun > seen || seen - begun > 86_400_000))
    errors.push(
      wrong(
        '/started_at',
        'start-contradicts',
        '到场时间须在检查之前一天内',
        'one comes before the visit, within a day of it',
      ),
    )
  if (errors.length > 0) throw invalid('inspections/invalid', errors)
  return {
    started_at: begun === null ? null : new Date(begun).toISOString(),
    inspected_at: new Date(Math.min(seen, now)).toISOString(),
    recorded_at: ctx.wall.toISOString(),
  }
}

/** What was drawn on the spot, as GeoJSON text in CGCS2000 lon,lat; null when nothing was. 422 for what is no shape. */
export function checkSketch(sketch: InspectionInput['sketch']): string | null {
  if (!sketch) return null
  // a sketch is a picture of where, not ground that is dug: a line needs a width and a point a reach only to be looked at
  const extent = /Line/.test(sketch.type) ? { width_m: 1 } : /Point/.test(sketch.type) ? { radius_m: 1 } : {}
  const shape = checkGeometry(sketch, { ...extent, drawn: 'from_file', is_dug: false, pointer: '/sketch' })
  if (shape.ok) return JSON.stringify(shape.geometry)
  throw invalid('inspections/invalid', shape.findings.map(fieldOf))
}

/**
 * Refuses a visit whose inspector has not seen what a colleague found at the same place meanwhile (409, with those visits and how many there are now): who has
 * read them sends it again with that number. Nobody's visit is lost, and none is written past another unseen.
 */
export async function refuseUnseen(
  ctx: Context,
  at: { district_code: number; project_id: string; site_id: string | null; count: number },
  known: number | null | undefined,
): Promise<void> {
  if (known == null || at.count <= known) return
  const { count, ...place } = at
  const unseen = await ctx.tx.many('inspections/list_unseen', { ...place, known, inspector_id: ctx.actor.id })
  if (unseen.length === 0) return
  throw new Problem(409, 'inspections/visited-since', {
    known_visits: count,
    visits: unseen.map(({ district_code, id, ...seen }) => ({ ...seen, id: publicId('ins', district_code, id) })),
  })
}

const wrong = (pointer: string, what: string, zh: string, en: string) => field(pointer, `inspections/${what}`, zh, en)
