import { startClock } from './dig-clocks.ts'
import type { ClockRow } from './dig-tables.ts'
import type { ConsentRow, LegMessageRow, TransferCaseRow, TransferLegRow } from './home-tables.ts'
import { districtCode } from './organisations.ts'
import type { LegPlan } from './transfer-plan.ts'
import { legVersion } from './transfer-plan.ts'
import type { Market } from './transfers.ts'
import { accountNumber } from './utility-accounts.ts'
import type { LegKind, LegStatus } from './vocabulary.ts'

const pushed: readonly LegStatus[] = [
  'acknowledged',
  'completed',
  'rejected',
  'timed_out',
  'manual',
  'cancel_requested',
]
const answered: readonly LegStatus[] = ['acknowledged', 'completed', 'rejected', 'cancel_requested']
const finished: readonly LegStatus[] = ['completed', 'rejected', 'cancelled']

/** One utility's part of a sale, as far as the plan has it. The push key gets the account's digest from the loader. */
export function legRow(
  { random, days, cast }: Market,
  sale: TransferCaseRow,
  kind: LegKind,
  { status, reason }: LegPlan,
  opened: number,
): TransferLegRow {
  const entry = days.addWorking(opened, 2)
  const isChosen = status !== 'opted_out'
  const pushed_at = pushed.includes(status) ? days.at(entry, 645) : null
  const acknowledged_at = answered.includes(status) ? days.at(entry, 645 + random.between(2, 60)) : null
  const endedOn = status === 'cancelled' ? days.addWorking(opened, 1) : entry
  const finished_at = finished.includes(status) ? days.at(endedOn, random.between(760, 1050)) : null
  return {
    district_code: districtCode,
    id: random.uuid(),
    case_id: sale.id,
    case_reference: sale.reference,
    unit_label: sale.unit_label,
    admin_code: sale.admin_code,
    street_name: sale.street_name,
    kind,
    utility_id: isChosen ? cast.utilities[kind].id : null,
    registry_id: sale.registry_id,
    status,
    account: isChosen ? accountNumber(kind, sale.unit_code) : null,
    reason_code: reason ?? null,
    reason_detail: null,
    arrears_yuan: reason === 'arrears' ? random.between(1200, 32000) / 100 : null,
    push_key: pushed_at && `${sale.acceptance_no}:${kind}`,
    utility_ack: acknowledged_at && `ACK-${random.between(100000, 999999)}`,
    attempts: pushed_at ? 1 : 0,
    pushed_at,
    acknowledged_at,
    finished_at,
    version: legVersion[status],
    updated_at: finished_at ?? acknowledged_at ?? pushed_at ?? sale.opened_at,
  }
}

/** The clock a utility has running: to complete what it acknowledged, or to acknowledge what it left lying. */
export function legClocks(market: Market, leg: TransferLegRow): ClockRow[] {
  const { days } = market
  const kind = { acknowledged: 'transfer.completion', timed_out: 'transfer.acknowledgement' }[leg.status as string]
  if (!kind || !leg.utility_id || !leg.pushed_at) return []
  const started = { day: days.number(leg.pushed_at.slice(0, 10)), minute: 645 }
  const of = { subject_kind: 'transfer_leg', subject_id: leg.id, owner: 'utility', owner_id: leg.utility_id } as const
  return [startClock(market, { kind, ...of, project: null, started })]
}

/** PIPL art. 23: one receipt for each recipient, naming purpose, method and kinds of data. */
export function consentRow({ random }: Market, leg: TransferLegRow, sale: TransferCaseRow): ConsentRow[] {
  if (!leg.utility_id) return []
  return [
    {
      district_code: districtCode,
      id: random.uuid(),
      case_id: sale.id,
      leg_kind: leg.kind,
      recipient_id: leg.utility_id,
      registry_id: leg.registry_id,
      purpose: '办理水电气联动过户',
      method: '加密接口推送',
      data_kinds: ['name', 'id_no', 'phone', 'location', 'unit_code', 'certificate_no'],
      text_version: '2026-01',
      given_at: sale.opened_at,
    },
  ]
}

/** The push and the callbacks of a leg, as they came. */
export function legMessages({ random }: Market, leg: TransferLegRow): LegMessageRow[] {
  const { district_code, utility_id, registry_id, push_key } = leg
  if (!push_key || !utility_id) return []
  const row = (direction: 'out' | 'in', kind: string, outcome: string, at: string | null): LegMessageRow[] => {
    if (at === null) return []
    const id = random.uuid()
    return [{ district_code, id, leg_id: leg.id, utility_id, registry_id, direction, kind, key: push_key, outcome, at }]
  }
  const ending = leg.status === 'rejected' ? 'reject' : 'complete'
  return [
    ...row('out', 'push', 'queued', leg.pushed_at),
    ...row('in', 'acknowledge', 'applied', leg.acknowledged_at),
    ...row('in', ending, 'applied', leg.finished_at),
  ]
}
