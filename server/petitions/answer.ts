import type { Context } from '../context.ts'
import { changedSince, Problem } from '../http/problem.ts'
import { queueMessage } from '../messages/queue.ts'
import { knownFiles } from '../projects/known-files.ts'
import type { PetitionRow } from './find.ts'
import { movePetition } from './move.ts'

/** The unit answers, in words and files of the request; the third party's clock begins. 403 not-your-unit: somebody else's to answer. */
export async function answerPetition(
  ctx: Context,
  row: PetitionRow,
  { answer, attachments, seen }: { answer: string; attachments: readonly string[]; seen: number | null },
): Promise<void> {
  if (row.unit_id !== ctx.actor.organisation_id) throw new Problem(403, 'petitions/not-your-unit')
  const { district_code, id: petition_id, round: number } = row
  const files = await filesOf(ctx, row, attachments)
  await movePetition(ctx, 'answer', row, { seen, evidence: files, data: { round: number } })
  const now = ctx.now.toISOString()
  const kept = await ctx.tx.one('petitions/answer_round', { district_code, petition_id, number, answer, files, now })
  if (!kept) throw changedSince('petitions', { version: row.version })
  await queueMessage(ctx, {
    template: 'petition.answered',
    params: { reference: row.reference },
    to: { organisation_id: row.judge_id! },
    subject: { district_code, subject_kind: 'petition', subject_id: petition_id },
  })
}

const filesOf = (ctx: Context, { district_code, id }: PetitionRow, given: readonly string[]): Promise<string[]> =>
  knownFiles(given, (ids) => ctx.tx.many('petitions/list_files', { district_code, id, ids }), {
    code: 'petitions/invalid',
    pointer: '/attachments',
    words: ['该诉求没有这个附件', 'the request has no such file'],
  })
