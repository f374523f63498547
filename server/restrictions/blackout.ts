import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'

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

/** The authority, and the operator on its behalf. */
export function mustGovern(ctx: Context): void {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (!['authority', 'admin'].includes(ctx.actor.role)) throw new Problem(403, 'restrictions/not-your-move')
}

export async function tellOfBlackout(
  ctx: Context,
  what: 'declared' | 'ended',
  key: Key,
  version: number,
  data: object,
): Promise<void> {
  const subject = { district_code: key.district_code, subject_kind: 'blackout', subject_id: key.id }
  await ctx.emit({ ...subject, type: `blackout.${what}`, subject_version: version, data })
  await ctx.audit({ ...subject, action: `blackout.${what}`, detail: data })
}
