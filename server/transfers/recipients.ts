import type { Context } from '../context.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, publicId } from '../http/public-id.ts'
import { routeOf } from './open.ts'

/** What an applicant is asked about; a kind that no utility serves in the street is left out. */
const kinds = ['water', 'power', 'gas', 'heat', 'cable', 'telecom']

/** The utilities that serve a home today, by name: a consent must name its recipient (个人信息保护法 23). */
export async function listRecipients(ctx: Context, unit_id: string) {
  const { role } = ctx.actor
  if (role !== 'registry') throw new Problem(403, 'transfers/not-your-move', { role })
  const key = parsePublicId('unt', unit_id)
  const home = key && (await ctx.tx.one('transfers/find_home', { ...key, unit_code: null }))
  if (!home) throw notFound('transfers')
  const { district_code } = home
  const found = []
  for (const kind of kinds) {
    const route = await routeOf(ctx, home, kind)
    if (route) found.push({ kind, utility_id: route.utility_id })
  }
  const ids = [...new Set(found.map(({ utility_id }) => utility_id))]
  const names = await ctx.tx.many('transfers/list_names', { district_code, ids })
  return found.flatMap(({ kind, utility_id }) => {
    const utility = names.find(({ id }) => id === utility_id)
    return utility
      ? [{ kind, id: publicId('org', district_code, utility_id), name: utility.name_zh, name_en: utility.name_en }]
      : []
  })
}
