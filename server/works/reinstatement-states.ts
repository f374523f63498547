import type { ReinstatementStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** How the ground was closed: for the time being, or for good. Recorded with its measure at acceptance. */
export const reinstatementMachine = {
  room: 'works',
  subject_kind: 'reinstatement',
  moves: {
    make_permanent: {
      from: ['interim'],
      to: 'permanent',
      by: ['authority'],
      event: 'reinstatement.made_permanent',
      basis: 'reinstatement.permanent',
      stops: ['reinstatement.permanent'],
      input: { restored_m2: 'number_required', evidence: 'attachment' },
    },
  },
} as const satisfies Machine<ReinstatementStatus>
