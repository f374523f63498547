import type { Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { ChangeRequestKind, ChangeRequestStatus, Queries } from '../db/queries.gen.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import type { Machine } from '../machine/machine.ts'
import { move } from '../machine/move.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { refold } from '../projects/refold.ts'
import { changeMachine, type ChangeMove } from './change-states.ts'
import { renewalMachine, type RenewalMove } from './renewal-states.ts'
import { tellOfRequest } from './tell.ts'

export type RequestRow = Queries['permits/find_change_request']['row']
export const requestMachines = { change: changeMachine, renewal: renewalMachine } as const
export const requestPrefixes = { change: 'chg', renewal: 'ren' } as const
export interface RequestChange {
  seen: number | null
  reason?: string
  evidence?: string[]
  dues?: Record<string, Day>
}

/** Every move of a change or a renewal, by the table of its kind, with the dig's card folded in the same transaction. */
export async function moveRequest(
  ctx: Context,
  name: ChangeMove | RenewalMove,
  request: RequestRow,
  change: RequestChange,
): Promise<void> {
  if (name !== 'drop' && ctx.actor.role === 'authority' && request.authority_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'permits/other-authority')
  const machine: Machine<ChangeRequestStatus> = requestMachines[request.kind]
  const { district_code, project_id } = request
  await move(ctx, machine, name, request, {
    seen: change.seen,
    reason: change.reason,
    dues: change.dues,
    evidence: await evidenceOf(ctx, { district_code, project_id }, change.evidence ?? [], '/evidence'),
    data: { reference: request.reference, ...(change.reason ? { reason: change.reason } : {}) },
    change: ({ status, version }) =>
      ctx.tx.one('permits/move_change_request', {
        district_code,
        id: request.id,
        from: status as never,
        to: machine.moves[name]!.to,
        version,
        reason: name === 'submit' ? null : (change.reason ?? null),
        now: ctx.now.toISOString(),
      }),
  })
  await tellOfRequest(ctx, machine.moves[name]!.event, request)
  await refold(ctx, { district_code, id: project_id })
}

export function requestKey(kind: ChangeRequestKind, id: string): Key {
  const key = parsePublicId(requestPrefixes[kind], id)
  if (!key) throw notFound('permits')
  return key
}

/** A change or a renewal, of the kind that is asked for if one is, or 404. */
export async function findRequest(ctx: Context, key: Key, kind?: ChangeRequestKind): Promise<RequestRow> {
  const request =
    ctx.actor.role === 'public'
      ? null
      : await ctx.tx.one('permits/find_change_request', { district_code: key.district_code, id: key.id })
  if (!request || (kind && request.kind !== kind)) throw notFound('permits')
  return request
}
