import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { CommittedEvent } from '../outbox/relay.ts'
import { compose } from './compose.ts'
import { paperOf } from './moves.ts'
import { documentNumber } from './number.ts'
import { templates } from './template.ts'

export interface Recorded {
  district_code: number
  event_id: string
  version?: number
  replaces?: string | null
  reason?: string
}

/** The reaction to a move that calls for a paper: what it says is frozen, its number given, and it is due to be printed after this transaction. */
export async function recordDocument(ctx: Context, event: CommittedEvent): Promise<void> {
  if (paperOf(event)) await record(ctx, event)
}

/** One paper of one move, as the system; done twice it is there once. Null when the move calls for none, or it is there already. */
export async function record(ctx: Context, input: Recorded): Promise<string | null> {
  const { district_code, event_id, version = 1, replaces = null, reason } = input
  const move = await ctx.tx.one('documents/find_move', { district_code, event_id })
  const kind = move && paperOf(move)
  if (!kind) return null
  const of = { district_code, project_id: move.project_id, permit_id: move.permit_id, kind, event_id }
  const earlier = await ctx.tx.one('documents/count_earlier', of)
  const reference = move.permit_reference ?? move.project_reference
  const number = documentNumber(templates()[kind].word, reference, earlier!.count)
  const content = await compose(ctx, { ...move, district_code }, kind, { number, replaces })
  const inserted = await ctx.tx.one('documents/insert_document', {
    ...of,
    id: randomUUID(),
    number,
    version,
    content: JSON.stringify(content),
    reissue_reason: reason ?? null,
    authority_id: move.authority_id,
    promoter_id: move.promoter_id,
    contractor_id: move.contractor_id,
    issued_by: move.actor_id ?? move.authority_id,
    issued_at: move.at,
    // a decision that may still be taken back is not printed yet
    wall: move.held_until ?? ctx.wall.toISOString(),
  })
  return inserted?.id ?? null
}

/** The reaction to a decision that was taken back: its paper, not printed yet, is not due any more. */
export function dropUndone(ctx: Context, { district_code, subject_id }: CommittedEvent): Promise<void> {
  return ctx.tx.run('documents/drop_undone', { district_code, permit_id: subject_id })
}
