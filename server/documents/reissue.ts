import type { Context } from '../context.ts'
import { Problem, wrongState } from '../http/problem.ts'
import { chineseDayOf } from './chinese.ts'
import { findDocument } from './find.ts'
import { mayProduce } from './produce-missing.ts'
import { record } from './record.ts'

/** A paper that is wrong is never changed: the deciding authority issues its next version, which says what it replaces and why. Returns its id. */
export async function reissueDocument(ctx: Context, id: string, { reason }: { reason: string }): Promise<string> {
  const document = await findDocument(ctx, id)
  const { district_code, event_id, version, number } = document
  if (!mayProduce(ctx, document)) throw new Problem(403, 'documents/not-your-move')
  if (document.state !== 'made' || document.is_replaced) throw wrongState('documents', { version })
  const replaces = `本文书为${number}的第${version + 1}版，自${chineseDayOf(ctx.now)}起替代第${version}版。更正原因：${reason}`
  const next = await ctx.system(() => record(ctx, { district_code, event_id, version: version + 1, replaces, reason }))
  if (!next) throw wrongState('documents', { version })
  await ctx.audit({
    action: 'document.reissue',
    district_code,
    subject_kind: 'document',
    subject_id: next,
    reason,
    detail: { replaces: document.id, version: version + 1 },
  })
  return next
}
