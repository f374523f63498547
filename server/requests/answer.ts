import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { field, invalid, notFound } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { refold } from '../projects/refold.ts'
import { requestMachine } from './states.ts'

export type RequestRow = Queries['requests/find_request']['row']

export function requestKey(id: string): Key {
  const key = parsePublicId('req', id)
  if (!key) throw notFound('requests')
  return key
}

export async function findRequest(ctx: Context, key: Key): Promise<RequestRow> {
  const row =
    ctx.actor.role === 'public'
      ? null
      : await ctx.tx.one('requests/find_request', { district_code: key.district_code, id: key.id })
  if (!row) throw notFound('requests')
  return row
}

/** The utility answers with a code of the dictionary; a code that does not close (site meeting, protection plan) leaves the gate shut. */
export async function answerRequest(
  ctx: Context,
  row: RequestRow,
  input: { response_code: string; note?: string; seen: number | null },
): Promise<void> {
  const code = await ctx.tx.one('requests/find_response_code', { code: input.response_code })
  if (!code)
    throw invalid('requests/invalid', [
      field('/response_code', 'requests/unknown-code', '没有这个答复代码', 'no such response code'),
    ])
  await settle(ctx, code.closes ? 'answer' : 'answer_in_part', row, { ...input, note: input.note })
}

/** The authority goes on without an answer, with its reason on record. */
export async function waiveRequest(
  ctx: Context,
  row: RequestRow,
  input: { reason: string; seen: number | null },
): Promise<void> {
  await settle(ctx, 'waive', row, input)
}

async function settle(
  ctx: Context,
  name: keyof typeof requestMachine.moves,
  row: RequestRow,
  input: { response_code?: string; note?: string; reason?: string; seen: number | null },
): Promise<void> {
  await move(ctx, requestMachine, name, row, {
    seen: input.seen,
    reason: input.reason,
    data: { response_code: input.response_code ?? null },
    event: { utility_id: row.utility_id },
    change: ({ status, version }) =>
      ctx.tx.one('requests/move_request', {
        district_code: row.district_code,
        id: row.id,
        from: status as never,
        to: requestMachine.moves[name].to,
        version,
        response_code: input.response_code ?? null,
        response_note: input.note ?? input.reason ?? null,
        answered_by: ctx.actor.id,
        now: ctx.now.toISOString(),
      }),
  })
  await refold(ctx, { district_code: row.district_code, id: row.project_id })
}
