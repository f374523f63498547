import { randomUUID } from 'node:crypto'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { checkGeometry } from '../geometry/rules.ts'
import { changedSince, field, invalid, notFound, Problem, wrongState, type FieldError } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
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
  await tell(ctx, 'declared', key, 1, { from_on: input.from_on, to_on: input.to_on, reason: input.reason })
  return key
}

/** Ends a period early, from today on; one that is over is wrong-state. */
export async function endBlackout(
  ctx: Context,
  key: Key,
  input: { reason: string; seen: number | null },
): Promise<void> {
  mustGovern(ctx)
  const row = await findBlackout(ctx, key)
  if (!row.is_open) throw wrongState('restrictions', { move: 'end', to_on: row.to_on })
  const day = shanghaiDay(ctx.now)
  const version = input.seen ?? row.version
  const ended = await ctx.tx.one('restrictions/end_blackout', {
    ...key,
    day,
    reason: input.reason,
    version,
    now: ctx.now.toISOString(),
  })
  if (!ended) throw changedSince('restrictions', { version: row.version })
  await tell(ctx, 'ended', key, ended.version, { on: day })
}

export async function findBlackout(ctx: Context, key: Key) {
  const row = await ctx.tx.one('restrictions/find_blackout', { ...key, day: shanghaiDay(ctx.now) })
  if (!row) throw notFound('restrictions')
  return row
}

export function blackoutKey(id: string): Key {
  const key = parsePublicId('blk', id)
  if (!key) throw notFound('restrictions')
  return key
}

export function showBlackout<Row extends Key>({ district_code, id, ...row }: Row) {
  return { ...row, id: publicId('blk', district_code, id) }
}

const isArea = ({ type }: { type: string }) => type === 'Polygon' || type === 'MultiPolygon'

/** The authority, and the operator on its behalf. */
function mustGovern(ctx: Context): void {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (!['authority', 'admin'].includes(ctx.actor.role)) throw new Problem(403, 'restrictions/not-your-move')
}

async function tell(ctx: Context, what: 'declared' | 'ended', key: Key, version: number, data: object): Promise<void> {
  const subject = { district_code: key.district_code, subject_kind: 'blackout', subject_id: key.id }
  await ctx.emit({ ...subject, type: `blackout.${what}`, subject_version: version, data })
  await ctx.audit({ ...subject, action: `blackout.${what}`, detail: data })
}
