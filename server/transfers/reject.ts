import type { Context } from '../context.ts'
import { field, invalid, type Problem } from '../http/problem.ts'
import { answerLeg, type Callback } from './answer.ts'
import type { LegKey } from './find.ts'

/** The utility refuses, with a reason of the dictionary. Nothing pushes it again by itself. */
export async function rejectLeg(
  ctx: Context,
  key: LegKey,
  callback: Omit<Callback, 'answer'> & { reason_code: string },
): Promise<{ refusal: Problem | null }> {
  if (!(await ctx.tx.one('transfers/find_reason', { code: callback.reason_code })))
    throw invalid('transfers/invalid', [
      field('/reason_code', 'transfers/unknown-reason', '未知的拒绝原因', 'not a reason of the dictionary'),
    ])
  return answerLeg(ctx, key, { ...callback, answer: 'reject' })
}
