import { randomUUID } from 'node:crypto'
import { jurisdictionsOf } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { changedSince, field, invalid, notFound, Problem, wrongState } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import type { HoldInput } from './schemas.ts'

/** Without an article a hold is supervision: it warns, and samples more. */
const unnamed = 'hold.supervision'

/**
 * Holds the matters of a promoter (暂缓办理). By default that warns the authority and raises the sampling; it blocks applications
 * only by an article that lets it, and which articles do is data.
 */
export async function placeHold(ctx: Context, input: HoldInput): Promise<Key> {
  mustDecide(ctx)
  const { district_code, organisation_id } = ctx.actor
  const promoter = parsePublicId('org', input.promoter_id)
  const found =
    promoter && promoter.district_code === district_code && (await ctx.tx.one('restrictions/find_promoter', promoter))
  if (!found)
    throw invalid('restrictions/invalid', [
      field('/promoter_id', 'projects/promoter-unknown', '建设单位不存在', 'no such promoter'),
    ])
  const articles = await listArticles(ctx)
  const cited = articles.find(({ article }) => article === (input.article ?? unnamed))
  if (!cited)
    throw invalid('restrictions/invalid', [
      field('/article', 'restrictions/article-unknown', '没有这条暂缓办理依据', 'no such article for a hold'),
    ])
  const key = { district_code, id: randomUUID() }
  await ctx.tx.run('restrictions/insert_hold', {
    ...key,
    promoter_id: found.id,
    organisation_id: organisation_id!,
    reason: input.reason,
    ...cited,
    article: input.article ?? null,
    now: ctx.now.toISOString(),
  })
  await tell(ctx, 'placed', key, found.id, 1, { reason: input.reason, article: input.article ?? null })
  return key
}

/** Lifts a hold that stands, with the reason. */
export async function liftHold(ctx: Context, key: Key, input: { reason: string; seen: number | null }): Promise<void> {
  mustDecide(ctx)
  const row = await findHold(ctx, key)
  if (row.lifted_at !== null) throw wrongState('restrictions', { move: 'lift', lifted_at: row.lifted_at })
  const version = input.seen ?? row.version
  const now = ctx.now.toISOString()
  const lifted = await ctx.tx.one('restrictions/lift_hold', { ...key, reason: input.reason, version, now })
  if (!lifted) throw changedSince('restrictions', { version: row.version })
  await tell(ctx, 'lifted', key, row.promoter_id, lifted.version, { reason: input.reason })
}

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

function mustDecide(ctx: Context): void {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (ctx.actor.role !== 'authority') throw new Problem(403, 'restrictions/not-your-move')
}

async function tell(
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
