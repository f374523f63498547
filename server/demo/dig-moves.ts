import type { PermitStatus, WorksStatus } from './vocabulary.ts'

/**
 * A named move as the lifecycle tables have it (server/permits, works, projects, sites): here because rooms do not import each other,
 * and held equal to them by a test. `basis` is the key of the dated rule; clocks are named by theirs.
 */
export interface DemoMove {
  machine: 'project' | 'permit' | 'works'
  to: 'registered' | 'cancelled' | PermitStatus | WorksStatus
  by: 'promoter' | 'authority' | 'system'
  event: string
  basis: string | null
  starts?: readonly string[]
  stops?: readonly string[]
  pauses?: readonly string[]
}

/** The moves that the demo's digs have made. */
export const demoMoves = {
  register: { machine: 'project', to: 'registered', by: 'promoter', event: 'project.registered', basis: null },
  cancel: { machine: 'project', to: 'cancelled', by: 'promoter', event: 'project.cancelled', basis: 'project.cancel' },
  submit: {
    machine: 'permit',
    to: 'submitted',
    by: 'promoter',
    event: 'permit.submitted',
    basis: 'permit.application',
    starts: ['permit.acceptance'],
    stops: ['emergency.filing'],
  },
  request_supplement: {
    machine: 'permit',
    to: 'supplement_requested',
    by: 'authority',
    event: 'permit.supplement_requested',
    basis: 'permit.acceptance',
    starts: ['permit.supplement'],
    stops: ['permit.acceptance'],
  },
  accept_application: {
    machine: 'permit',
    to: 'application_accepted',
    by: 'authority',
    event: 'permit.application_accepted',
    basis: 'permit.acceptance',
    starts: ['permit.decision'],
    stops: ['permit.acceptance'],
  },
  start_special_procedure: {
    machine: 'permit',
    to: 'special_procedure',
    by: 'authority',
    event: 'permit.special_procedure_started',
    basis: 'permit.special_procedure',
    pauses: ['permit.decision'],
  },
  grant: {
    machine: 'permit',
    to: 'granted',
    by: 'authority',
    event: 'permit.granted',
    basis: 'permit.decision',
    starts: ['permit.delivery'],
    stops: ['permit.decision'],
  },
  deliver: {
    machine: 'permit',
    to: 'delivered',
    by: 'authority',
    event: 'permit.delivered',
    basis: 'permit.delivery',
    starts: ['permit.start'],
    stops: ['permit.delivery'],
  },
  lapse: {
    machine: 'permit',
    to: 'lapsed',
    by: 'system',
    event: 'permit.lapsed',
    basis: 'permit.lapse',
    stops: ['permit.start'],
  },
  expire: { machine: 'permit', to: 'expired', by: 'system', event: 'permit.expired', basis: 'permit.expiry' },
  revoke: {
    machine: 'permit',
    to: 'revoked',
    by: 'authority',
    event: 'permit.revoked',
    basis: 'permit.revocation',
    stops: ['permit.start'],
  },
  withdraw: {
    machine: 'permit',
    to: 'withdrawn_by_authority',
    by: 'authority',
    event: 'permit.withdrawn',
    basis: 'permit.withdrawal',
    stops: ['permit.start'],
  },
  cancel_as_penalty: {
    machine: 'permit',
    to: 'cancelled_as_penalty',
    by: 'authority',
    event: 'permit.cancelled_as_penalty',
    basis: 'permit.penalty',
    stops: ['permit.start'],
  },
  start: {
    machine: 'works',
    to: 'in_progress',
    by: 'promoter',
    event: 'works.started',
    basis: 'works.start',
    starts: ['works.period'],
    stops: ['permit.start'],
  },
  start_emergency: {
    machine: 'works',
    to: 'in_progress',
    by: 'promoter',
    event: 'works.emergency_started',
    basis: 'emergency.filing',
    starts: ['emergency.filing'],
  },
  suspend: {
    machine: 'works',
    to: 'suspended',
    by: 'promoter',
    event: 'works.suspended',
    basis: 'works.suspension',
  },
  complete: {
    machine: 'works',
    to: 'completed',
    by: 'promoter',
    event: 'works.completed',
    basis: 'works.completion',
    starts: ['works.acceptance'],
    stops: ['works.period'],
  },
  pass: {
    machine: 'works',
    to: 'passed',
    by: 'authority',
    event: 'works.passed',
    basis: 'works.acceptance',
    stops: ['works.acceptance'],
  },
  start_guarantee: {
    machine: 'works',
    to: 'guarantee',
    by: 'system',
    event: 'works.guarantee_started',
    basis: 'works.guarantee',
    starts: ['works.guarantee'],
  },
  close: {
    machine: 'works',
    to: 'closed',
    by: 'system',
    event: 'works.closed',
    basis: 'works.guarantee',
    stops: ['works.guarantee'],
  },
} as const satisfies Record<string, DemoMove>

export type DemoMoveName = keyof typeof demoMoves
