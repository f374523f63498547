import type { Context } from '../context.ts'
import type { CardOwner } from '../db/queries.gen.ts'
import { move } from '../machine/move.ts'
import type { PetitionRow } from './find.ts'
import { petitionMachine, type PetitionMove } from './states.ts'

export interface PetitionChange {
  seen?: number | null
  grade?: number
  grade_reason?: string | null
  is_outside_duty?: boolean
  dispatcher_id?: string | null
  unit_id?: string
  judge_id?: string
  duplicate_of_id?: string
  /** Attachment ids of what the unit sent, as they are in the database. */
  evidence?: string[]
  /** Codes and ids for the event; never a word that somebody wrote. */
  data?: object
}

/**
 * Every move of a request, through the table. What people write stays in its rows: neither the event nor the audit carries it. Its unit is told as the party
 * that it is; the dig's promoter is not, unless it is the unit.
 */
export async function movePetition(
  ctx: Context,
  name: PetitionMove,
  row: PetitionRow,
  change: PetitionChange = {},
): Promise<void> {
  const unit_id = change.unit_id ?? row.unit_id
  const judge_id = change.judge_id ?? row.judge_id
  await move(
    ctx,
    petitionMachine,
    name,
    { ...row, project_id: null, promoter_id: null },
    {
      seen: change.seen,
      evidence: change.evidence,
      owners: { authority: name === 'answer' ? judge_id! : row.authority_id },
      data: { reference: row.reference, ...change.data },
      detail: change.data,
      event: { utility_id: unit_id },
      change: ({ status, version }) =>
        ctx.tx.one('petitions/move_petition', {
          district_code: row.district_code,
          id: row.id,
          from: status as never,
          to: petitionMachine.moves[name].to,
          version,
          grade: change.grade ?? null,
          grade_reason: change.grade_reason ?? null,
          is_outside_duty: change.is_outside_duty ?? null,
          dispatcher_id: change.dispatcher_id ?? null,
          unit_id: change.unit_id ?? null,
          judge_id: change.judge_id ?? null,
          duplicate_of_id: change.duplicate_of_id ?? null,
          now: ctx.now.toISOString(),
        }),
    },
  )
}

/** Whose ball a unit's clock is in words: a builder's, a utility's, or an authority's. */
export const ownerOf = (kind: string): CardOwner =>
  kind === 'utility' ? 'utility' : ['promoter', 'contractor', 'supervisor'].includes(kind) ? 'promoter' : 'authority'
