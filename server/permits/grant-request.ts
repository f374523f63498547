import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { amendPermit } from './amend.ts'
import { moveRequest, type RequestChange, type RequestRow } from './move-request.ts'

/** Grants a change: from now the permit has its new period and its new ground. New ground in a road's no-dig years needs its approval, as a grant does. */
export async function grantChange(ctx: Context, request: RequestRow, change: RequestChange): Promise<void> {
  const { district_code, id } = request
  const day = shanghaiDay(ctx.now)
  const closed = await ctx.system(() => ctx.tx.many('permits/list_moratoria_of_change', { district_code, id, day }))
  if (closed.length > 0 && !change.evidence?.length)
    throw invalid('permits/invalid', [
      field(
        '/evidence',
        'permits/moratorium-approval-missing',
        '禁挖期内，须附县级以上人民政府批准文件',
        "inside a road's no-dig years: attach the approval of the county government",
      ),
    ])
  await moveRequest(ctx, 'grant', request, change)
  await amendPermit(ctx, request)
}

/** Grants a renewal; or the day came and the authority had said nothing, which is the same (行政许可法 50). */
export async function grantRenewal(
  ctx: Context,
  request: RequestRow,
  change: RequestChange,
  by: 'grant' | 'deem' = 'grant',
): Promise<void> {
  await moveRequest(ctx, by, request, change)
  await amendPermit(ctx, request)
}
