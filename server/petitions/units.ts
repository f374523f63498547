import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { judgeKinds, unitKinds } from './dispatch.ts'
import type { PetitionRow } from './find.ts'

/** Whom a request may be dispatched to, the promoter of its dig first, and who may judge the answer: never the caller's own organisation. */
export async function unitsFor(ctx: Context, { district_code, promoter_id }: PetitionRow) {
  if (ctx.actor.role !== 'authority') throw new Problem(403, 'petitions/not-your-move', { move: 'dispatch' })
  const listed = async (kinds: string[]) =>
    (await ctx.tx.many('petitions/list_units', { district_code, promoter_id, kinds })).map(
      ({ district_code: at, ...row }) => ({
        ...row,
        id: publicId('org', at, row.id),
      }),
    )
  const own = ctx.actor.organisation_id && publicId('org', district_code, ctx.actor.organisation_id)
  const judges = await listed(judgeKinds)
  return { units: await listed(unitKinds), judges: judges.filter(({ id }) => id !== own) }
}
