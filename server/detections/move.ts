import { ruleFor } from '../clocks/rules.ts'
import { addMonths, shanghaiDay, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { move } from '../machine/move.ts'
import { detectionMachine, settled, type DetectionMove } from './states.ts'

type Movable = Pick<
  Queries['detections/list_matched']['row'],
  'district_code' | 'id' | 'reference' | 'status' | 'version' | 'organisation_id' | 'responsible_id'
>
export interface DetectionChange {
  seen?: number | null
  reason?: string
  note?: string
  /** Attachment ids of what proves it, as they are in the database. */
  evidence?: string[]
  /** The dig that it turned out to be. */
  project_id?: string
  decision_reference?: string
  penalty_yuan?: number
  /** Codes and ids for the event. */
  data?: object
}

/**
 * Every move of a detection, through the table. Its clocks are held by who supervises the place; a dig that is named in it is not told:
 * neither the event nor a clock carries its promoter, because a suspicion is the staff's alone.
 */
export async function moveDetection(
  ctx: Context,
  name: DetectionMove,
  row: Movable,
  change: DetectionChange = {},
): Promise<void> {
  const { to } = detectionMachine.moves[name]
  const opens_case = name === 'open_case' || name === 'reopen'
  const mover = { ...row, project_id: null }
  await move(ctx, detectionMachine, name, mover, {
    seen: change.seen,
    reason: change.reason,
    evidence: change.evidence,
    owners: { authority: row.responsible_id ?? row.organisation_id },
    dues: opens_case ? { 'detection.clear_out': await clearOutDay(ctx, row.district_code) } : {},
    data: {
      reference: row.reference,
      ...(change.reason ? { reason: change.reason } : {}),
      ...(change.note ? { note: change.note } : {}),
      ...change.data,
    },
    change: ({ status, version }) =>
      ctx.tx.one('detections/move_detection', {
        district_code: row.district_code,
        id: row.id,
        from: status as never,
        to,
        version,
        opens_case,
        settles: settled.includes(to),
        project_id: change.project_id ?? null,
        finding_note: change.reason ?? null,
        decision_reference: change.decision_reference ?? null,
        penalty_yuan: change.penalty_yuan ?? null,
        now: ctx.now.toISOString(),
      }),
  })
}

/** 月清: what came in this month is answered for by the last day of the rule's later month. */
async function clearOutDay(ctx: Context, district_code: number): Promise<Day> {
  const today = shanghaiDay(ctx.now)
  const { value } = await ruleFor(ctx, district_code, 'detection.clear_out', today)
  return addMonths(`${today.slice(0, 7)}-31`, value.months_after) // the 31st of a shorter month is its last day
}
