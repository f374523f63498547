import type { HandoverStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** A granted file on its way from who approves to who supervises (审管衔接): the unit signs for it, or it is a file that nobody watches. */
export const handoverMachine = {
  room: 'permits',
  subject_kind: 'handover',
  moves: {
    hand_over: {
      from: ['draft', 'dropped'],
      to: 'waiting',
      by: ['authority', 'system'],
      event: 'handover.handed_over',
      basis: 'handover.sign_for',
      starts: [{ kind: 'handover.sign_for', owner: 'authority' }],
    },
    sign_for: {
      from: ['waiting'],
      to: 'signed',
      by: ['inspector'],
      event: 'handover.signed',
      basis: 'handover.sign_for',
      guards: ['permits/other-unit'],
      stops: ['handover.sign_for'],
    },
    /** Nothing is left to supervise under a permit that has ended. */
    drop: {
      from: ['waiting'],
      to: 'dropped',
      by: ['authority', 'system'],
      event: 'handover.dropped',
      basis: 'handover.sign_for',
    },
  },
} as const satisfies Machine<HandoverStatus>
export type HandoverMove = keyof typeof handoverMachine.moves
