import { randomUUID } from 'node:crypto'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { checkGeometry, type CheckedShape } from '../geometry/rules.ts'
import { field, fieldOf, invalid, notFound, Problem, type FieldError } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { takeReference } from '../projects/take-reference.ts'
import { isStaff } from './find.ts'
import { matchDetections } from './match.ts'
import type { DetectionInput } from './schemas.ts'

const reporters: readonly string[] = ['inspector', 'authority', 'admin']

/** Somebody of the administration reports. */
export async function reportDetection(ctx: Context, input: DetectionInput): Promise<Key> {
  if (!isStaff(ctx.actor.role)) throw notFound('detections')
  if (!reporters.includes(ctx.actor.role)) throw new Problem(403, 'detections/not-your-move')
  return takeIn(ctx, input)
}

/** Takes in a change polygon, and matches it in the same transaction: whoever reports sees at once whether a permit covers it. */
export async function takeIn(ctx: Context, input: DetectionInput): Promise<Key> {
  const { area } = await checkReport(ctx, input)
  const { district_code, organisation_id } = ctx.actor
  const id = randomUUID()
  const reference = await takeReference(ctx, district_code, 'DT')
  const observed_on = dayOf(input)
  await ctx.tx.one('detections/insert_detection', {
    district_code,
    id,
    reference,
    source: input.source,
    observed_at: input.observed_at ?? null,
    observed_on,
    positional_error_m: input.positional_error_m,
    note: input.note ?? null,
    organisation_id,
    geometry: JSON.stringify(area),
    now: ctx.now.toISOString(),
  })
  await ctx.emit({
    type: 'detection.reported',
    district_code,
    subject_kind: 'detection',
    subject_id: id,
    subject_version: 1,
    data: { reference, source: input.source, observed_on },
  })
  await ctx.audit({
    action: 'detection.report',
    district_code,
    subject_kind: 'detection',
    subject_id: id,
    detail: { reference, source: input.source, observed_on },
  })
  await matchDetections(ctx, district_code, [id])
  return { district_code, id }
}

async function checkReport(ctx: Context, input: DetectionInput): Promise<Extract<CheckedShape, { ok: true }>> {
  const shape = checkGeometry(input.geometry, { crs: input.crs, drawn: 'from_file' })
  const errors: FieldError[] = shape.ok ? [] : shape.findings.map(fieldOf)
  if (!/^(Multi)?Polygon$/.test(input.geometry.type))
    errors.splice(0, errors.length, wrong('/geometry', 'polygon-needed', '图斑须为面', 'a detection is a polygon'))
  const seen = input.observed_at ? new Date(input.observed_at) : null
  if (seen ? seen > ctx.now : dayOf(input) > shanghaiDay(ctx.now))
    errors.push(
      wrong(
        input.observed_at ? '/observed_at' : '/observed_on',
        'observed-in-future',
        '观测时间在将来',
        'it was seen in the future',
      ),
    )
  if (errors.length === 0 && shape.ok && (await liesOutside(ctx, shape.area)))
    errors.push(wrong('/geometry', 'outside-district', '图斑不在本辖区内', 'the detection lies outside the district'))
  if (errors.length > 0 || !shape.ok) throw invalid('detections/invalid', errors)
  return shape
}

async function liesOutside(ctx: Context, area: object): Promise<boolean> {
  const { district_code } = ctx.actor
  const day = shanghaiDay(ctx.now)
  const place = await ctx.system(() =>
    ctx.tx.one('projects/locate_area', { geometry: JSON.stringify(area), day, district_code }),
  )
  return place!.home_known && place!.home_distance_m !== 0
}

const dayOf = ({ observed_at, observed_on }: DetectionInput) => observed_on ?? shanghaiDay(new Date(observed_at!))
const wrong = (pointer: string, what: string, zh: string, en: string) => field(pointer, `detections/${what}`, zh, en)
