import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { findOwnProject } from '../projects/find.ts'
import { refold } from '../projects/refold.ts'
import { tellPromoter } from './tell.ts'
import { permitMachine, type PermitMove } from './states.ts'

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
}

/** Every move of a permit: under row security, through the table, with the project's stage folded in the same transaction. */
export async function movePermit(
  ctx: Context,
  name: PermitMove,
  permit: PermitRow,
  change: PermitChange,
): Promise<{ version: number }> {
  const row = permitMachine.moves[name]
  const moved = await move(ctx, permitMachine, name, permit, {
    seen: change.seen,
    reason: change.reason,
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
    },
    change: ({ status, version }) =>
      ctx.tx.one('permits/move_permit', {
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
      }),
  })
  await ctx.system(() =>
    ctx.tx.run('permits/append_permit_version', {
      district_code: permit.district_code,
      id: permit.id,
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
    }),
  )
  await tellPromoter(ctx, name, permit, change)
  await refold(ctx, { district_code: permit.district_code, id: permit.project_id })
  return moved
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
