import type { Context } from '../context.ts'
import type { PermitStatus, Queries } from '../db/queries.gen.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { findOwnProject } from '../projects/find.ts'
import { refold } from '../projects/refold.ts'
import { dropOpen } from './drop-open.ts'
import { holdDecision } from './hold-decision.ts'
import { permitMachine, type PermitMove } from './states.ts'
import { tellPromoter } from './tell.ts'

export type PermitRow = Queries['permits/find_permit']['row']
export interface PermitChange {
  seen: number | null
  reason?: string
  items?: string[]
  conditions?: string[]
  valid_from?: string
  valid_to?: string
  note?: string
  evidence?: string[]
  joint_with?: string
  extension_approved_by?: string
  start_extensions?: number
  appeal?: { key: string; review_until: string; suit_until: string }
  ending_basis?: string
  hearing_told_on?: string
  /** The rule of this one move, where the table names its family. */
  rule?: string
  /** The bulk of which this is one. */
  bulk_id?: string
  /** What the history says of it besides. */
  data?: object
  /** What may still stand in the way once role, state and version are right: a reason, or null. */
  guard?: () => Promise<string | null>
}

/** From here a permit opens no ground and nothing can be asked of it any more. */
const ended: readonly PermitStatus[] = [
  'not_accepted',
  'refused',
  'cancelled',
  'expired',
  'lapsed',
  'revoked',
  'withdrawn_by_authority',
  'cancelled_as_penalty',
  'deregistered',
]

/** Every move of a permit: under row security, through the table, with the project's stage folded in the same transaction. */
export async function movePermit(
  ctx: Context,
  name: PermitMove,
  permit: PermitRow,
  change: PermitChange,
): Promise<{ version: number }> {
  const row = permitMachine.moves[name]
  if (ctx.actor.role === 'authority' && permit.authority_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'permits/other-authority')
  let held_until: Date | null = null
  const moved = await move(ctx, permitMachine, name, permit, {
    seen: change.seen,
    reason: change.reason,
    basis: change.rule,
    evidence: await evidenceOf(
      ctx,
      { district_code: permit.district_code, project_id: permit.project_id },
      change.evidence ?? [],
      '/evidence',
    ),
    data: {
      reference: permit.reference,
      ...(change.reason ? { reason: change.reason } : {}),
      ...(change.items ? { items: change.items } : {}),
      ...change.data,
    },
    ...(change.bulk_id ? { detail: { bulk_id: change.bulk_id } } : {}),
    change: async ({ status, version }) => {
      const reason = await change.guard?.()
      if (reason) throw new Problem(409, reason)
      held_until = await holdDecision(ctx, name, permit)
      return ctx.tx.one('permits/move_permit', {
        district_code: permit.district_code,
        id: permit.id,
        from: status as never,
        to: row.to,
        version,
        now: ctx.now.toISOString(),
        reason: change.reason ?? null,
        items: change.items ? JSON.stringify(change.items) : null,
        conditions: change.conditions ? JSON.stringify(change.conditions) : null,
        valid_from: change.valid_from ?? null,
        valid_to: change.valid_to ?? null,
        joint_with: change.joint_with ?? null,
        extension_approved_by: change.extension_approved_by ?? null,
        start_extensions: change.start_extensions ?? 0,
        appeal_key: change.appeal?.key ?? null,
        appeal_review_until: change.appeal?.review_until ?? null,
        appeal_suit_until: change.appeal?.suit_until ?? null,
        ending_basis: change.ending_basis ?? null,
        hearing_told_on: change.hearing_told_on ?? null,
      })
    },
  })
  await appendPermitVersion(ctx, permit)
  if (ended.includes(row.to)) await dropOpen(ctx, permit)
  await tellPromoter(ctx, name, permit, { ...change, held_until })
  await refold(ctx, { district_code: permit.district_code, id: permit.project_id })
  return moved
}

/** Keeps the permit as it stands now, with both times. */
export function appendPermitVersion(ctx: Context, { district_code, id }: Key): Promise<void> {
  return ctx.system(() =>
    ctx.tx.run('permits/append_permit_version', {
      district_code,
      id,
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
    }),
  )
}

/** The same permit, held until the commit: what is counted about its file stays true while somebody acts on it. */
export async function lockPermit(ctx: Context, { district_code, id }: Key): Promise<PermitRow> {
  return (await ctx.system(() => ctx.tx.one('permits/lock_permit', { district_code, id })))!
}

export function permitKey(id: string): Key {
  const key = parsePublicId('per', id)
  if (!key) throw notFound('permits')
  return key
}

export async function findPermit(ctx: Context, key: Key): Promise<PermitRow> {
  const permit =
    ctx.actor.role === 'public'
      ? null
      : await ctx.tx.one('permits/find_permit', { district_code: key.district_code, id: key.id })
  if (!permit) throw notFound('permits')
  await findOwnProject(ctx, { district_code: permit.district_code, id: permit.project_id })
  return permit
}
