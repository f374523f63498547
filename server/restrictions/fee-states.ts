import type { PermitFeeStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** Occupation and restoration fee of one permit: assessed before the grant or with it, then paid in or waived. */
export const feeMachine = {
  room: 'restrictions',
  subject_kind: 'permit_fee',
  moves: {
    settle: {
      from: ['assessed'],
      to: 'settled',
      by: ['authority'],
      event: 'permit_fee.settled',
      basis: 'fee.collection',
      input: { receipt: 'text_required', evidence: 'attachment' },
    },
    waive: {
      from: ['assessed'],
      to: 'waived',
      by: ['authority'],
      event: 'permit_fee.waived',
      basis: 'fee.collection',
      input: { reason: 'text_required', basis: 'text_required', evidence: 'attachment' },
    },
  },
} as const satisfies Machine<PermitFeeStatus>
export type FeeMove = keyof typeof feeMachine.moves
