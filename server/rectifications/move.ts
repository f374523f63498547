import type { Context } from '../context.ts'
import { move } from '../machine/move.ts'
import { refold } from '../projects/refold.ts'
import type { RectificationRow } from './find.ts'
import { rectificationMachine, type RectificationMove } from './states.ts'

export interface RectificationChange {
  seen?: number | null
  reason?: string
  note?: string
  /** Attachment ids of the evidence, as they are in the database. */
  evidence?: string[]
  by_inspection_id?: string
  severity?: 'low' | 'high'
  items?: object[]
  /** Runs before the row changes, in the same transaction: a new term, and the day it ends. */
  term?: () => Promise<string>
}

/** Every move of a rectification: through the table, with the card of its dig folded in the same transaction. */
export async function moveRectification(
  ctx: Context,
  name: RectificationMove,
  row: RectificationRow,
  change: RectificationChange = {},
): Promise<void> {
  await move(ctx, rectificationMachine, name, row, {
    seen: change.seen,
    reason: change.reason,
    evidence: change.evidence,
    data: {
      reference: row.reference,
      ...(change.reason ? { reason: change.reason } : {}),
      ...(change.note ? { note: change.note } : {}),
      ...(change.by_inspection_id ? { inspection_id: change.by_inspection_id } : {}),
    },
    change: async ({ status, version }) =>
      ctx.tx.one('rectifications/move_rectification', {
        district_code: row.district_code,
        id: row.id,
        from: status as never,
        to: rectificationMachine.moves[name].to,
        version,
        now: ctx.now.toISOString(),
        actor_id: ctx.actor.id,
        evidence: change.evidence ?? null,
        evidence_note: change.note ?? null,
        by_inspection_id: change.by_inspection_id ?? null,
        severity: change.severity ?? null,
        items: change.items ? JSON.stringify(change.items) : null,
        due_on: change.term ? await change.term() : null,
      }),
  })
  await refold(ctx, { district_code: row.district_code, id: row.project_id })
}
