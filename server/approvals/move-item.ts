import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { refold } from '../projects/refold.ts'
import { approvalMachine, type ApprovalMove } from './states.ts'
import { keepWholeClock } from './whole-clock.ts'

export type ItemRow = Queries['approvals/find_item']['row']
export interface ItemChange {
  seen: number | null
  document_no?: string
  reason?: string
  evidence?: string[]
}

/**
 * Every move of an approval item, by the rule of its own, with the clock over all stages and the dig's card settled in the same transaction.
 * Only the authority that was asked answers: 403 other-authority.
 */
export async function moveItem(ctx: Context, name: ApprovalMove, item: ItemRow, change: ItemChange): Promise<void> {
  const { district_code, id, project_id } = item
  const row = approvalMachine.moves[name]
  const key = `approval.${item.item}`
  if ((name === 'approve' || name === 'refuse') && isForeign(ctx, item))
    throw new Problem(403, 'approvals/other-authority')
  await move(ctx, approvalMachine, name, item, {
    seen: change.seen,
    basis: key,
    rules: { 'approval.item': key },
    evidence: await evidenceOf(ctx, { district_code, project_id }, change.evidence ?? [], '/evidence'),
    reason: change.reason,
    data: {
      approval_stage: item.stage,
      item: item.item,
      ...(change.document_no ? { document_no: change.document_no } : {}),
      ...(change.reason ? { reason: change.reason } : {}),
    },
    change: ({ status, version }) =>
      ctx.system(() =>
        ctx.tx.one('approvals/move_item', {
          district_code,
          id,
          from: status as never,
          to: row.to,
          version,
          document_no: change.document_no ?? null,
          reason: change.reason ?? null,
          now: ctx.now.toISOString(),
        }),
      ),
  })
  await keepWholeClock(ctx, item)
  await refold(ctx, { district_code, id: project_id })
}

/** Whether somebody who answers for an authority was not the one asked. */
export const isForeign = ({ actor }: Context, { authority_id }: Pick<ItemRow, 'authority_id'>): boolean =>
  (actor.role === 'authority' || actor.role === 'planner') && actor.organisation_id !== authority_id

export async function findItem(ctx: Context, key: Key | null): Promise<ItemRow> {
  const item =
    ctx.actor.role === 'public' || !key
      ? null
      : await ctx.tx.one('approvals/find_item', { district_code: key.district_code, id: key.id })
  if (!item) throw notFound('approvals')
  return item
}

/** What was asked for of a dig. */
export const itemsOf = (ctx: Context, { district_code, id }: Key) =>
  ctx.tx.many('approvals/list_items', { district_code, project_id: id })

export const itemKey = (id: string): Key | null => parsePublicId('apv', id)
