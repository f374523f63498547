import type { Context } from '../context.ts'
import type { TransferStatus } from '../db/queries.gen.ts'
import { move } from '../machine/move.ts'
import type { CaseRow } from './find.ts'
import { caseMachine, type CaseMove } from './states.ts'

/** Moves a case by what the registry did; refoldCase() then says what that makes of it. */
export function moveCase(
  ctx: Context,
  sale: CaseRow,
  name: CaseMove,
  options: {
    seen?: number | null
    reason?: string
    change?: { certificate_no?: string; entered_at?: string; cancel_reason?: string }
  } = {},
): Promise<{ version: number }> {
  return move<TransferStatus, { version: number }>(
    ctx,
    caseMachine,
    name,
    { ...sale, project_id: null },
    {
      seen: options.seen,
      reason: options.reason,
      data: { reference: sale.reference },
      event: { registry_id: sale.registry_id, is_personal: true },
      change: ({ version }) =>
        ctx.tx.one('transfers/move_case', {
          certificate_no: options.change?.certificate_no ?? null,
          entered_at: options.change?.entered_at ?? null,
          cancel_reason: options.change?.cancel_reason ?? null,
          district_code: sale.district_code,
          id: sale.id,
          from: sale.status,
          to: caseMachine.moves[name].to,
          version,
          now: ctx.now.toISOString(),
        }),
    },
  )
}
