import type { Context } from '../context.ts'
import { changedSince, Problem } from '../http/problem.ts'
import type { PetitionRow } from './find.ts'
import { movePetition } from './move.ts'
import type { results } from './schemas.ts'

type Result = (typeof results)[number]

/**
 * The third party says what the petitioner answered when asked. 403 not-the-judge: somebody else was chosen. 409 petitioner-said-otherwise: by the link the
 * petitioner has said another thing already, and nobody judges over it.
 */
export async function judgePetition(
  ctx: Context,
  row: PetitionRow,
  { result, note, seen }: { result: Result; note?: string | null; seen: number | null },
): Promise<void> {
  if (row.judge_id !== ctx.actor.organisation_id) throw new Problem(403, 'petitions/not-the-judge')
  const name = result === 'unsatisfied' ? 'find_unsatisfied' : 'judge'
  if (row.status === 'answered' && row.said !== null && row.said !== result)
    throw new Problem(409, 'petitions/petitioner-said-otherwise', { said: row.said })
  const { district_code, id: petition_id, round: number } = row
  await movePetition(ctx, name, row, { seen, data: { result, round: number } })
  const now = ctx.now.toISOString()
  const kept = await ctx.tx.one('petitions/judge_round', {
    district_code,
    petition_id,
    number,
    result,
    note: note ?? null,
    now,
  })
  if (!kept) throw changedSince('petitions', { version: row.version })
}
