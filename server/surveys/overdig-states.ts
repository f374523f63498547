import type { OverdigCaseStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** What became of it. */
export const outcomes = ['reinstated', 'change_granted', 'penalised', 'measured_again'] as const

/** A dig that took more ground than it was permitted: open until its authority has seen to it, whatever a later survey says. */
export const overdigMachine = {
  room: 'surveys',
  subject_kind: 'overdig_case',
  moves: {
    settle: {
      from: ['open'],
      to: 'settled',
      by: ['authority'],
      event: 'overdig_case.settled',
      basis: 'overdig.case',
      stops: ['overdig.case', 'overdig.change'],
      input: { outcome: `choice_required:${outcomes.join(',')}`, reason: 'text_required', evidence: 'attachment' },
    },
  },
} as const satisfies Machine<OverdigCaseStatus>
