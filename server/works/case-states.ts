import type { EmergencyCaseStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** An emergency that was not filed in its hours: open until the application comes after all. */
export const emergencyCaseMachine = {
  room: 'works',
  subject_kind: 'emergency_case',
  moves: {
    regularise: {
      from: ['open'],
      to: 'regularised',
      by: ['system'],
      event: 'emergency_case.regularised',
      basis: 'emergency.case',
      stops: ['emergency.case'],
    },
  },
} as const satisfies Machine<EmergencyCaseStatus>
