import type { ChangeRequestStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** Another position, area or period, asked of a permit that stands, beforehand (城市道路管理条例 36). Silence never grants it. */
export const changeMachine = {
  room: 'permits',
  subject_kind: 'change_request',
  moves: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: ['promoter'],
      event: 'change_request.submitted',
      basis: 'permit.change',
      guards: [
        'permits/change-after-the-fact',
        'permits/change-open',
        'permits/change-empty',
        'permits/period-invalid',
      ],
      starts: [{ kind: 'change.acceptance', owner: 'authority' }],
    },
    accept_application: {
      from: ['submitted'],
      to: 'application_accepted',
      by: ['authority', 'system'],
      event: 'change_request.application_accepted',
      basis: 'change.acceptance',
      stops: ['change.acceptance'],
      starts: [{ kind: 'change.decision', owner: 'authority' }],
    },
    grant: {
      from: ['application_accepted'],
      to: 'granted',
      by: ['authority'],
      event: 'change_request.granted',
      basis: 'change.decision',
      guards: ['permits/moratorium-approval-missing'],
      stops: ['change.decision'],
      input: { evidence: 'attachment' },
    },
    refuse: {
      from: ['application_accepted'],
      to: 'refused',
      by: ['authority'],
      event: 'change_request.refused',
      basis: 'permit.refusal',
      stops: ['change.decision'],
      input: { reason: 'text_required' },
    },
    cancel: {
      from: ['submitted', 'application_accepted'],
      to: 'cancelled',
      by: ['promoter'],
      event: 'change_request.cancelled',
      basis: 'project.cancel',
      stops: ['change.acceptance', 'change.decision'],
    },
    /** Falls with the permit that it asked to change. */
    drop: {
      from: ['submitted', 'application_accepted'],
      to: 'cancelled',
      by: ['promoter', 'authority', 'system'],
      event: 'change_request.dropped',
      basis: 'permit.change',
    },
  },
} as const satisfies Machine<ChangeRequestStatus>
export type ChangeMove = keyof typeof changeMachine.moves
