import type { WorksStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** From breaking ground to the end of the guarantee. */
export const worksMachine = {
  room: 'works',
  subject_kind: 'works',
  moves: {
    start: {
      from: ['not_started'],
      to: 'in_progress',
      by: ['promoter'],
      event: 'works.started',
      basis: 'works.start',
      starts: [{ kind: 'works.period', owner: 'promoter' }],
      input: { note: 'text', evidence: 'attachment' },
    },
    start_emergency: {
      from: ['not_started'],
      to: 'in_progress',
      by: ['promoter'],
      event: 'works.emergency_started',
      basis: 'emergency.filing',
    },
    suspend: {
      from: ['in_progress'],
      to: 'suspended',
      by: ['promoter', 'authority', 'inspector'],
      event: 'works.suspended',
      basis: 'works.suspension',
      input: { reason: 'text_required' },
    },
    resume: {
      from: ['suspended'],
      to: 'in_progress',
      by: ['promoter', 'authority', 'inspector'],
      event: 'works.resumed',
      basis: 'works.resumption',
      input: { note: 'text' },
    },
    complete: {
      from: ['in_progress'],
      to: 'completed',
      by: ['promoter'],
      event: 'works.completed',
      basis: 'works.completion',
      stops: ['works.period'],
      starts: [{ kind: 'works.acceptance', owner: 'authority' }],
      input: { note: 'text', evidence: 'attachment' },
    },
    reject_acceptance: {
      from: ['completed'],
      to: 'in_progress',
      by: ['authority'],
      event: 'works.acceptance_rejected',
      basis: 'works.acceptance',
      stops: ['works.acceptance'],
      starts: [{ kind: 'rectification.low', owner: 'promoter' }],
      input: { reason: 'text_required' },
    },
    pass: {
      from: ['completed'],
      to: 'passed',
      by: ['authority'],
      event: 'works.passed',
      basis: 'works.acceptance',
      stops: ['works.acceptance', 'rectification.low'],
      input: { note: 'text', evidence: 'attachment' },
    },
    start_guarantee: {
      from: ['passed'],
      to: 'guarantee',
      by: ['system', 'authority'],
      event: 'works.guarantee_started',
      basis: 'works.guarantee',
      starts: [{ kind: 'works.guarantee', owner: 'promoter' }],
    },
    close: {
      from: ['guarantee'],
      to: 'closed',
      by: ['system', 'authority'],
      event: 'works.closed',
      basis: 'works.guarantee',
      stops: ['works.guarantee'],
    },
  },
} as const satisfies Machine<WorksStatus>
export type WorksMove = keyof typeof worksMachine.moves
