import type { TransferCaseRow } from './home-tables.ts'

export type CaseStatus = TransferCaseRow['status']

/** How a leg may stand under a case: its status and how far it has come. */
export interface LegPlan {
  status: string
  reason?: 'arrears' | 'holder_mismatch' | 'account_not_found'
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
    legs: [
      [acknowledged, acknowledged, acknowledged],
      [acknowledged, acknowledged, { status: 'pushed' }],
    ],
  },
  {
    status: 'partially_completed',
    count: 6,
    legs: [
      [done, done, acknowledged],
      [done, acknowledged, done],
      [done, done, { status: 'manual' }],
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
