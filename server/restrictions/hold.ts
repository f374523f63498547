import { jurisdictionsOf } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'

/** The articles by which a hold may be placed today, and what each does. */
export async function listArticles(ctx: Context) {
  const jurisdictions = jurisdictionsOf(ctx.actor.district_code)
  const rows = await ctx.tx.many('restrictions/list_articles', { jurisdictions, day: shanghaiDay(ctx.now) })
  return rows.map(({ key, value, basis_zh, basis_en }) => {
    const { blocks, sampling_factor } = value as { blocks: boolean; sampling_factor: number }
    return { article: key, is_blocking: blocks, sampling_factor, basis_zh, basis_en }
  })
}

export async function findHold(ctx: Context, key: Key) {
  const row = await ctx.tx.one('restrictions/find_hold', key)
  if (!row) throw notFound('restrictions')
  return row
}

export function holdKey(id: string): Key {
  const key = parsePublicId('hld', id)
  if (!key) throw notFound('restrictions')
  return key
}

export function showHold<Row extends Key & { promoter_id: string }>({ district_code, id, promoter_id, ...row }: Row) {
  return { ...row, id: publicId('hld', district_code, id), promoter_id: publicId('org', district_code, promoter_id) }
}

export function mustDecide(ctx: Context): void {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (ctx.actor.role !== 'authority') throw new Problem(403, 'restrictions/not-your-move')
}

export async function tellOfHold(
  ctx: Context,
  what: 'placed' | 'lifted',
  key: Key,
  promoter_id: string,
  version: number,
  { reason, article }: { reason: string; article?: string | null },
): Promise<void> {
  const subject = { district_code: key.district_code, subject_kind: 'hold', subject_id: key.id }
  const data = { promoter_id, ...(article ? { article_code: article } : {}) }
  await ctx.emit({ ...subject, type: `hold.${what}`, subject_version: version, promoter_id, data })
  await ctx.audit({ ...subject, action: `hold.${what}`, reason, detail: data })
}
