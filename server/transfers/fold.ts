import type { LegStatus, TransferStatus } from '../db/queries.gen.ts'

const ended: readonly LegStatus[] = ['completed', 'rejected', 'cancelled', 'opted_out']

/**
 * The status of a case from its two own facts and its legs, and nothing else. Legs that were opted out do not count; a leg
 * that a person has taken by hand is still open.
 */
export function foldCase(
  facts: { is_entered: boolean; is_cancelled: boolean },
  legs: readonly LegStatus[],
): TransferStatus {
  if (legs.includes('cancel_requested')) return 'compensating'
  // An account that moved although the case was called off has to move back: by a new case the other way round.
  if (facts.is_cancelled) return legs.includes('completed') ? 'compensating' : 'cancelled'
  const live = legs.filter((status) => status !== 'opted_out')
  return facts.is_entered ? afterEntry(live) : beforeEntry(live)
}

function beforeEntry(legs: readonly LegStatus[]): TransferStatus {
  if (legs.length > 0 && legs.every((status) => status === 'cancelled')) return 'cancelled'
  if (legs.length > 0 && legs.every((status) => status === 'not_requested')) return 'opened'
  if (legs.includes('precheck_requested') || legs.includes('not_requested')) return 'prechecking'
  if (legs.includes('armed')) return 'awaiting_register_entry'
  if (legs.includes('precheck_blocked') || legs.includes('manual')) return 'blocked'
  return 'ready'
}

function afterEntry(legs: readonly LegStatus[]): TransferStatus {
  const done = legs.some((status) => status === 'completed')
  if (legs.some((status) => !ended.includes(status))) return done ? 'partially_completed' : 'dispatching'
  if (legs.length > 0 && legs.every((status) => status === 'cancelled')) return 'cancelled'
  return legs.every((status) => status === 'completed') ? 'completed' : 'completed_with_exceptions'
}
