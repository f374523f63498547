import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { checkGeometry } from '../geometry/rules.ts'
import { field, invalid, type FieldError } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { mustGovern, tellOfBlackout } from './blackout.ts'
import type { BlackoutInput } from './schemas.ts'

/** Declares a period in which no works of some kinds may start, here or in the whole district; what has begun goes on. */
export async function declareBlackout(ctx: Context, input: BlackoutInput): Promise<Key> {
  mustGovern(ctx)
  const { geometry, crs, ...plain } = input
  const shape =
    geometry && isArea(geometry) ? checkGeometry(geometry, { crs, drawn: 'from_file', is_dug: false }) : null
  const errors: FieldError[] = shape && !shape.ok ? shape.findings.map((f) => ({ ...f, message: f.message_en })) : []
  if (geometry && !isArea(geometry))
    errors.push(
      field('/geometry', 'restrictions/area-needed', '管控范围须为面', 'the ground of a period must be an area'),
    )
  if (input.to_on < input.from_on)
    errors.push(
      field('/to_on', 'projects/period-reversed', '结束日期早于开始日期', 'the end lies before the beginning'),
    )
  if (errors.length > 0) throw invalid('restrictions/invalid', errors)
  const key = { district_code: ctx.actor.district_code, id: randomUUID() }
  await ctx.tx.run('restrictions/insert_blackout', {
    ...plain,
    ...key,
    note: input.note ?? null,
    geometry: shape?.ok ? JSON.stringify(shape.area) : null,
    organisation_id: ctx.actor.organisation_id!,
    now: ctx.now.toISOString(),
  })
  await tellOfBlackout(ctx, 'declared', key, 1, { from_on: input.from_on, to_on: input.to_on, reason: input.reason })
  return key
}

const isArea = ({ type }: { type: string }) => type === 'Polygon' || type === 'MultiPolygon'
