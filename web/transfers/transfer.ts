import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get } from '../api.ts'
import type { Action } from '../operations/operation.ts'

export type LegClock = {
  kind: string
  due_on: string
  state: string
  card: 'none' | 'yellow' | 'red'
  basis_zh: string
  basis_en: string
}

/** One utility's part of a transfer. Field names are the wire's. */
export type Leg = {
  id: string
  kind: string
  utility: { id: string; name: string; name_en: string } | null
  status: string
  account_masked: string | null
  reason_code: string | null
  reason_detail: string | null
  arrears_yuan: number | null
  attempts: number
  pushed_at: string | null
  acknowledged_at: string | null
  finished_at: string | null
  updated_at: string
  version: number
  consent: {
    is_standing: boolean
    purpose: string
    method: string
    data_kinds: string[]
    text_version: string
    given_at: string
    withdrawn_at: string | null
  } | null
  clocks: LegClock[]
  actions: Action[]
}

export type NearDig = {
  id: string
  reference: string
  name: string
  name_en: string | null
  stage: string
  distance_m: number
  expected_backfill_on: string
}

export type Party = { side: string; number: number; id_type: string; name_masked: string; has_phone: boolean }

/** A transfer as its registry sees it, or as one of its utilities does: then everything but its own leg is null or empty. */
export type Transfer = {
  id: string
  reference: string
  unit: { id: string | null; unit_code: string | null; label: string }
  street_name: string | null
  status: string | null
  acceptance_no: string | null
  certificate_no: string | null
  opened_at: string | null
  entered_at: string | null
  finished_at: string | null
  cancel_reason: string | null
  updated_at: string
  version: number
  legs: Leg[]
  parties: Party[]
  digs: NearDig[]
  actions: Action[]
}

export type Tracking = { token: string; href: string }

/** One transfer by its public id. Legs move under ids of their own, so any change reads it again. */
export function useTransfer(id: string): UseQueryResult<Transfer> {
  return useQuery({
    queryKey: ['transfers', id, 'list'],
    queryFn: ({ signal }) => get<Transfer>(`/api/transfers/${id}`, undefined, signal),
  })
}

/** The tone in which a status is shown; a status without a tone is plain. */
export const toneOf: Record<string, string> = {
  completed: 'green',
  ready: 'green',
  precheck_passed: 'green',
  blocked: 'red',
  precheck_blocked: 'red',
  rejected: 'red',
  timed_out: 'red',
  manual: 'yellow',
  retrying: 'yellow',
  completed_with_exceptions: 'yellow',
  compensating: 'yellow',
  pushed: 'accent',
  acknowledged: 'accent',
  dispatching: 'accent',
  prechecking: 'accent',
  precheck_requested: 'accent',
  partially_completed: 'accent',
}

/** Who must move next on a leg, as a key of `transfer.ball`; undefined when nobody must. */
export function ballOf(leg: Pick<Leg, 'status' | 'reason_code'>, isEntered: boolean): string | undefined {
  const { status, reason_code } = leg
  if (status === 'precheck_blocked') return reason_code === 'arrears' ? 'settle' : 'registry_looks'
  if (status === 'armed' || status === 'precheck_passed') return isEntered ? 'platform' : 'entry'
  return {
    not_requested: 'precheck',
    precheck_requested: 'utility_checks',
    pushed: 'utility_takes',
    acknowledged: 'utility_moves',
    timed_out: 'utility_late',
    retrying: 'utility_late',
    cancel_requested: 'utility_cancels',
    rejected: 'registry_looks',
    manual: 'registry_looks',
  }[status]
}
