import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { closeGuard } from './actions.ts'
import { gradingRule, type PetitionRow } from './find.ts'
import { movePetition } from './move.ts'

/** Closes a judged request. One whose petitioner is unsatisfied goes out again first, as often as the rule says (409 dispatch-again-first). */
export async function closePetition(ctx: Context, row: PetitionRow, { seen }: { seen: number | null }): Promise<void> {
  const { rounds } = await gradingRule(ctx, row.district_code)
  if (ctx.actor.role === 'authority' && closeGuard(row, rounds))
    throw new Problem(409, 'petitions/dispatch-again-first', { rounds })
  await movePetition(ctx, 'close', row, { seen })
}
