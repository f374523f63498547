import type { TransferCaseRow } from './home-tables.ts'
import type { LegStatus } from './vocabulary.ts'

export type CaseStatus = TransferCaseRow['status']

/** How a leg may stand under a case: its status and how far it has come. */
export interface LegPlan {
  status: LegStatus
  reason?: 'arrears' | 'holder_mismatch' | 'account_not_found' | 'no_acknowledgement'
}

const done: LegPlan = { status: 'completed' }
const armed: LegPlan = { status: 'armed' }
const passed: LegPlan = { status: 'precheck_passed' }
const acknowledged: LegPlan = { status: 'acknowledged' }
const optedOut: LegPlan = { status: 'opted_out' }
const arrears: LegPlan = { status: 'precheck_blocked', reason: 'arrears' }

/** Cases by status, with the legs (water, power, gas) they are drawn from; about 40 are open, the last three are past. */
export const transferPlan: readonly {
  status: CaseStatus
  count: number
  legs: readonly (readonly [LegPlan, LegPlan, LegPlan])[]
}[] = [
  {
    status: 'opened',
    count: 6,
    legs: [[{ status: 'not_requested' }, { status: 'not_requested' }, { status: 'not_requested' }]],
  },
  {
    status: 'prechecking',
    count: 5,
    legs: [[passed, { status: 'precheck_requested' }, { status: 'precheck_requested' }]],
  },
  {
    status: 'ready',
    count: 6,
    legs: [
      [passed, passed, passed],
      [passed, passed, optedOut],
    ],
  },
  {
    status: 'blocked',
    count: 5,
    legs: [
      [passed, passed, arrears],
      [arrears, passed, passed],
      [passed, { status: 'precheck_blocked', reason: 'holder_mismatch' }, passed],
    ],
  },
  { status: 'awaiting_register_entry', count: 6, legs: [[armed, armed, armed]] },
  {
    status: 'dispatching',
    count: 5,
    legs: [[acknowledged, acknowledged, acknowledged]],
  },
  {
    status: 'partially_completed',
    count: 6,
    legs: [
      [done, done, acknowledged],
      [done, acknowledged, done],
      [done, done, { status: 'timed_out', reason: 'no_acknowledgement' }],
      [done, done, { status: 'manual', reason: 'no_acknowledgement' }],
    ],
  },
  { status: 'compensating', count: 1, legs: [[done, done, { status: 'cancel_requested' }]] },
  {
    status: 'completed',
    count: 124,
    legs: [
      [done, done, done],
      [done, done, done],
      [done, done, optedOut],
    ],
  },
  {
    status: 'completed_with_exceptions',
    count: 13,
    legs: [
      [done, done, { status: 'rejected', reason: 'arrears' }],
      [done, { status: 'rejected', reason: 'account_not_found' }, done],
    ],
  },
  {
    status: 'cancelled',
    count: 13,
    legs: [[{ status: 'cancelled' }, { status: 'cancelled' }, { status: 'cancelled' }]],
  },
]

/** The version of a case in a status: one for each state on the way there. */
export const caseVersion: Readonly<Record<CaseStatus, number>> = {
  opened: 1,
  prechecking: 2,
  ready: 3,
  blocked: 3,
  awaiting_register_entry: 4,
  dispatching: 5,
  partially_completed: 6,
  completed: 7,
  completed_with_exceptions: 7,
  cancelled: 2,
  compensating: 7,
}

/** The version of a leg in a status, likewise. */
export const legVersion: Readonly<Record<LegStatus, number>> = {
  not_requested: 1,
  precheck_requested: 2,
  precheck_passed: 3,
  precheck_blocked: 3,
  armed: 4,
  pushed: 5,
  acknowledged: 6,
  completed: 7,
  rejected: 7,
  timed_out: 6,
  manual: 7,
  cancel_requested: 7,
  cancelled: 2,
  opted_out: 1,
}

/** What a case has come through when it stands in a status. */
export function isEntered(status: CaseStatus): boolean {
  return ['dispatching', 'partially_completed', 'compensating', 'completed', 'completed_with_exceptions'].includes(
    status,
  )
}

/** Whether nothing more happens to a case. */
export function isPast(status: CaseStatus): boolean {
  return ['completed', 'completed_with_exceptions', 'cancelled'].includes(status)
}
