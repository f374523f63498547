import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'

export type CaseRow = Queries['transfers/find_case']['row']
export type LegRow = Queries['transfers/find_leg']['row']
export interface LegKey extends Key {
  kind: string
}

export function transferKey(id: string): Key {
  const key = parsePublicId('trf', id)
  if (!key) throw notFound('transfers')
  return key
}

/** Who has any part in transfers; for everybody else there are none. */
export function mustTakePart(ctx: Context): void {
  if (!['registry', 'utility', 'system'].includes(ctx.actor.role)) throw notFound('transfers')
}

/** The case for the registry that runs it, locked until the transaction ends; for anybody else 404. */
export async function lockCase(ctx: Context, key: Key): Promise<CaseRow> {
  mustTakePart(ctx)
  if (!(await ctx.tx.one('transfers/find_case', key))) {
    const [own] = await ctx.tx.many('transfers/list_legs', { district_code: key.district_code, case_ids: [key.id] })
    if (own) throw new Problem(403, 'transfers/not-your-move', { role: ctx.actor.role })
    throw notFound('transfers')
  }
  return (await ctx.system(() => ctx.tx.one('transfers/lock_case', key)))!
}

/**
 * A leg for the registry, or for the utility it is addressed to; for anybody else 404. Its case is locked first and the leg
 * read after that, so that neither a duplicate nor a neighbour leg can cross.
 */
export async function lockLeg(ctx: Context, key: LegKey): Promise<{ sale: CaseRow; leg: LegRow }> {
  mustTakePart(ctx)
  const of = { district_code: key.district_code, case_id: key.id, kind: key.kind }
  if (!(await ctx.tx.one('transfers/find_leg', of))) throw notFound('transfers')
  const sale = await ctx.system(() =>
    ctx.tx.one('transfers/lock_case', { district_code: key.district_code, id: key.id }),
  )
  const leg = await ctx.tx.one('transfers/find_leg', of)
  if (!sale || !leg) throw notFound('transfers')
  return { sale, leg }
}

export const listLegs = (ctx: Context, sale: Key): Promise<LegRow[]> =>
  ctx.tx.many('transfers/list_legs', { district_code: sale.district_code, case_ids: [sale.id] })
