import type { Actor } from '../access/actor.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf, type Action } from '../machine/machine.ts'
import type { PetitionRow } from './find.ts'
import { petitionMachine } from './states.ts'

/** What this caller could do with a request. What only its unit or its third party does is shown to nobody else. */
export function movesOf(
  row: Pick<PetitionRow, 'district_code' | 'id' | 'status' | 'round' | 'unit_id' | 'judge_id'>,
  actor: Actor,
  rounds: number,
): Action[] {
  const base = `/api/petitions/${publicId('ptn', row.district_code, row.id)}`
  const others = new Set([
    ...(row.unit_id === actor.organisation_id ? [] : ['petition.answer']),
    ...(row.judge_id === actor.organisation_id ? [] : ['petition.judge', 'petition.find_unsatisfied']),
  ])
  return actionsOf(petitionMachine, row.status, actor.role, (name) => `${base}/${name.replaceAll('_', '-')}`, {
    close: closeGuard(row, rounds),
    dispatch_again: roundGuard(row, rounds),
  }).filter(({ name }) => !others.has(name))
}

/** An unsatisfied petitioner's request goes out again before it may be closed, as often as the rule says. */
export const closeGuard = (row: Pick<PetitionRow, 'status' | 'round'>, rounds: number) =>
  row.status === 'unsatisfied' && row.round < rounds ? 'petitions/dispatch-again-first' : null
export const roundGuard = (row: Pick<PetitionRow, 'round'>, rounds: number) =>
  row.round >= rounds ? 'petitions/no-more-rounds' : null
