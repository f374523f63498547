import type { Context } from '../context.ts'
import type { LegStatus, Queries } from '../db/queries.gen.ts'
import { move } from '../machine/move.ts'
import type { LegRow } from './find.ts'
import { legMachine, type LegMove } from './states.ts'

type Change = Partial<
  Omit<Queries['transfers/move_leg']['params'], 'district_code' | 'id' | 'from' | 'to' | 'version' | 'now'>
>

/** Moves one leg: guarded, conditional, with clocks, event and audit. The event names the case and the kind by id and code only. */
export function moveLeg(
  ctx: Context,
  leg: LegRow,
  name: LegMove,
  options: { change?: Change; seen?: number | null; reason?: string; data?: object } = {},
): Promise<LegRow> {
  return move<LegStatus, LegRow>(
    ctx,
    legMachine,
    name,
    { ...leg, project_id: null },
    {
      seen: options.seen,
      reason: options.reason,
      owners: leg.utility_id ? { utility: leg.utility_id } : {},
      data: { transfer_id: leg.case_id, kind: leg.kind, ...options.data },
      event: { utility_id: leg.utility_id, registry_id: leg.registry_id, is_personal: true },
      change: ({ version }) =>
        ctx.tx.one('transfers/move_leg', {
          ...nothing,
          ...options.change,
          district_code: leg.district_code,
          id: leg.id,
          from: leg.status,
          to: legMachine.moves[name].to,
          version,
          now: ctx.now.toISOString(),
        }),
    },
  )
}

const nothing = {
  reason_code: null,
  reason_detail: null,
  arrears_yuan: null,
  next_at: null,
  finished_at: null,
  utility_id: null,
  push_key: null,
  utility_ack: null,
  attempts: null,
  pushed_at: null,
  acknowledged_at: null,
}
