import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import type { PetitionRow } from './find.ts'
import { movePetition } from './move.ts'

/**
 * Links a request to one that says the same: it is answered with that one, and its link shows how that one stands. Never to itself nor to one that is linked
 * on (422), so that no chain forms.
 */
export async function mergePetition(
  ctx: Context,
  row: PetitionRow,
  { petition_reference, seen }: { petition_reference: string; seen: number | null },
): Promise<void> {
  const { district_code } = row
  const found = await ctx.tx.one('petitions/find_by_reference', { district_code, reference: petition_reference })
  if (!found || found.status === 'merged')
    throw wrong(
      'no-such-petition',
      '没有这样的诉求，或者它本身已并入另一件',
      'there is no such request, or it was itself linked to another',
    )
  if (found.id === row.id || (await ctx.tx.one('petitions/find_linked', { district_code, id: row.id })))
    throw wrong(
      'merged-itself',
      '不能并入自身，也不能把已有并入件的诉求再并入',
      'neither to itself, nor one that others are linked to',
    )
  await movePetition(ctx, 'merge', row, { seen, duplicate_of_id: found.id, data: { into: petition_reference } })
}

const wrong = (what: 'no-such-petition' | 'merged-itself', zh: string, en: string) =>
  invalid('petitions/invalid', [field('/petition_reference', `petitions/${what}`, zh, en)])
