import type { ChangeRequestStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** A longer life of a permit (延续, 行政许可法 50): the one decision of an authority that its silence makes for it. */
export const renewalMachine = {
  room: 'permits',
  subject_kind: 'renewal',
  moves: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: ['promoter'],
      event: 'renewal.submitted',
      basis: 'renewal.application',
      guards: ['permits/renewal-too-late', 'permits/renewal-open', 'permits/period-invalid'],
      starts: [
        { kind: 'renewal.acceptance', owner: 'authority' },
        { kind: 'renewal.decision', owner: 'authority' },
      ],
    },
    accept_application: {
      from: ['submitted'],
      to: 'application_accepted',
      by: ['authority', 'system'],
      event: 'renewal.application_accepted',
      basis: 'renewal.acceptance',
      stops: ['renewal.acceptance'],
    },
    grant: {
      from: ['application_accepted'],
      to: 'granted',
      by: ['authority'],
      event: 'renewal.granted',
      basis: 'renewal.decision',
      stops: ['renewal.decision'],
    },
    refuse: {
      from: ['application_accepted'],
      to: 'refused',
      by: ['authority'],
      event: 'renewal.refused',
      basis: 'permit.refusal',
      stops: ['renewal.decision'],
      input: { reason: 'text_required' },
    },
    deem: {
      from: ['submitted', 'application_accepted'],
      to: 'deemed_renewed',
      by: ['system'],
      event: 'renewal.deemed_renewed',
      basis: 'renewal.decision',
      stops: ['renewal.acceptance', 'renewal.decision'],
    },
    cancel: {
      from: ['submitted', 'application_accepted'],
      to: 'cancelled',
      by: ['promoter'],
      event: 'renewal.cancelled',
      basis: 'project.cancel',
      stops: ['renewal.acceptance', 'renewal.decision'],
    },
    /** Falls with the permit that it asked to renew. */
    drop: {
      from: ['submitted', 'application_accepted'],
      to: 'cancelled',
      by: ['promoter', 'authority', 'system'],
      event: 'renewal.dropped',
      basis: 'renewal.application',
    },
  },
} as const satisfies Machine<ChangeRequestStatus>
export type RenewalMove = keyof typeof renewalMachine.moves
