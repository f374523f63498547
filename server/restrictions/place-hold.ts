import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { listArticles, mustDecide, tellOfHold } from './hold.ts'
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
  await tellOfHold(ctx, 'placed', key, found.id, 1, { reason: input.reason, article: input.article ?? null })
  return key
}
