import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import type { DetectionRow } from './find.ts'
import { moveDetection } from './move.ts'

/** Finds a dig lawful that was begun before its permit: it names the dig, which must be one that the law lets begin so (城市道路管理条例 34). */
export async function findRetrospective(
  ctx: Context,
  row: DetectionRow,
  input: { reason: string; project_reference: string; seen: number | null },
): Promise<void> {
  const { district_code } = row
  const { project_reference: reference, reason, seen } = input
  const dig = await ctx.tx.one('detections/find_dig', { district_code, reference })
  if (!dig?.is_retrospective)
    throw invalid('detections/invalid', [
      dig
        ? field(
            '/project_reference',
            'detections/dig-not-retrospective',
            '该项目不是抢修补办项目',
            'that dig is not one whose permit may follow',
          )
        : field('/project_reference', 'detections/no-such-dig', '没有这个项目编号', 'no dig has this reference'),
    ])
  await moveDetection(ctx, 'find_retrospective', row, { seen, reason, project_id: dig.id })
}
