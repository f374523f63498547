import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { gradingRule, type PetitionRow } from './find.ts'
import { movePetition } from './move.ts'

/** Grades a request: as the rule says of its kind, or otherwise with a reason (422 reason-needed). */
export async function gradePetition(
  ctx: Context,
  row: PetitionRow,
  { grade, reason, seen }: { grade: number; reason?: string | null; seen: number | null },
): Promise<void> {
  const { by_kind } = await gradingRule(ctx, row.district_code)
  if (by_kind[row.kind_code] !== grade && !reason)
    throw invalid('petitions/reason-needed', [
      field(
        '/reason',
        'petitions/reason-needed',
        '与规则的等级不同，须说明理由',
        'another grade than the rule’s: say why',
      ),
    ])
  await movePetition(ctx, 'grade', row, { seen, grade, grade_reason: reason ?? null, data: { grade } })
}
