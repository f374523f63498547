import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { refold } from '../projects/refold.ts'
import { consentMachine, consentMachineOf, type ConsentMove } from './consent-states.ts'

export type ConsentRow = Queries['permits/find_consent']['row']
export interface ConsentChange {
  seen: number | null
  reason?: string
  conditions?: string[]
}

const answers: readonly string[] = consentMachine.moves.give.by

/** Every move of a consent, with the dig's card folded in the same transaction. Only the authority that was asked answers. */
export async function moveConsent(
  ctx: Context,
  name: ConsentMove,
  consent: ConsentRow,
  change: ConsentChange,
): Promise<void> {
  if (
    (name === 'give' || name === 'withhold') &&
    answers.includes(ctx.actor.role) &&
    consent.authority_id !== ctx.actor.organisation_id
  )
    throw new Problem(403, 'permits/other-authority')
  await move(ctx, consentMachineOf(consent.kind), name, consent, {
    seen: change.seen,
    reason: change.reason,
    data: { kind: consent.kind, ...(change.reason ? { reason: change.reason } : {}) },
    change: ({ status, version }) =>
      ctx.system(() =>
        ctx.tx.one('permits/move_consent', {
          district_code: consent.district_code,
          id: consent.id,
          from: status as never,
          to: consentMachine.moves[name].to,
          version,
          conditions: change.conditions ? JSON.stringify(change.conditions) : null,
          reason: change.reason ?? null,
          now: ctx.now.toISOString(),
        }),
      ),
  })
  await refold(ctx, { district_code: consent.district_code, id: consent.project_id })
}

export function consentKey(id: string): Key {
  const key = parsePublicId('con', id)
  if (!key) throw notFound('permits')
  return key
}

export async function findConsent(ctx: Context, key: Key): Promise<ConsentRow> {
  const consent =
    ctx.actor.role === 'public'
      ? null
      : await ctx.tx.one('permits/find_consent', { district_code: key.district_code, id: key.id })
  if (!consent) throw notFound('permits')
  return consent
}
