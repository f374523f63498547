import type { Days } from './days.ts'
import type {
  BuildingRow,
  ConsentRow,
  HomeUnitRow,
  LegMessageRow,
  TransferCaseRow,
  TransferLegRow,
  TransferPartyRow,
} from './home-tables.ts'
import type { LegKind } from './vocabulary.ts'
import type { Cast } from './organisations.ts'
import { districtCode } from './organisations.ts'
import { inventedIdNumber, inventedName, inventedPhone } from './people-names.ts'
import type { Random } from './random.ts'
import type { CaseStatus, LegPlan } from './transfer-plan.ts'
import { isEntered, isPast, transferPlan } from './transfer-plan.ts'
import { accountNumber } from './utility-accounts.ts'

export interface Transfers {
  transfer_case: TransferCaseRow[]
  transfer_leg: TransferLegRow[]
  consent_receipt: ConsentRow[]
  transfer_party: TransferPartyRow[]
  leg_message: LegMessageRow[]
}

/** What transfers are made up from; `homes` are those that may be sold. */
export interface Market {
  random: Random
  days: Days
  today: number
  cast: Cast
  homes: readonly HomeUnitRow[]
  building: readonly BuildingRow[]
}

const kinds: readonly LegKind[] = ['water', 'power', 'gas']

/** Sales of homes with the transfers of their accounts: about forty open in every state, about 150 past. All parties are invented. */
export function makeTransfers(market: Market): Transfers {
  const { random, days } = market
  const rows: Transfers = {
    transfer_case: [],
    transfer_leg: [],
    consent_receipt: [],
    transfer_party: [],
    leg_message: [],
  }
  const buildings = new Map(market.building.map((building) => [building.id, building]))
  const homes = random.shuffle(market.homes)
  const planned = transferPlan.flatMap(({ status, count, legs }) =>
    Array.from({ length: count }, (_, i) => ({
      status,
      legs: legs[i % legs.length]!,
      opened: openedOn(market, status),
    })),
  )
  planned.sort((a, b) => a.opened - b.opened)
  const numbers = new Map<string, number>()
  planned.forEach(({ status, legs, opened }, i) => {
    const home = homes[i]!
    const year = days.text(opened).slice(0, 4)
    const number = (numbers.get(year) ?? 0) + 1
    numbers.set(year, number)
    const sale = caseRow(market, home, buildings.get(home.building_id)!, { status, opened, year, number })
    rows.transfer_case.push(sale)
    rows.transfer_party.push(...parties(market, sale))
    kinds.forEach((kind, at) => {
      const leg = legRow(market, sale, kind, legs[at]!, opened)
      rows.transfer_leg.push(leg)
      if (leg.status !== 'opted_out') rows.consent_receipt.push(consent(market, leg, sale))
      rows.leg_message.push(...messages(market, leg))
    })
  })
  return rows
}

function openedOn({ random, days, today }: Market, status: CaseStatus): number {
  if (isPast(status)) return days.previousWorking(today - random.between(12, 1900))
  if (status === 'opened' || status === 'prechecking') return days.addWorking(today, -1)
  if (status === 'compensating') return days.addWorking(today, -12)
  return days.addWorking(today, -random.between(isEntered(status) ? 3 : 2, 6))
}

interface Opening {
  status: CaseStatus
  opened: number
  year: string
  number: number
}

function caseRow(
  { random, days, cast }: Market,
  home: HomeUnitRow,
  building: BuildingRow,
  { status, opened, year, number }: Opening,
): TransferCaseRow {
  const serial = String(number).padStart(6, '0')
  const entered = isEntered(status) ? days.at(days.addWorking(opened, 2), 640) : null
  const finished = isPast(status) ? days.at(days.addWorking(opened, random.between(3, 5)), 980) : null
  return {
    district_code: districtCode,
    id: random.uuid(),
    reference: `UT-${districtCode}-${year}-${serial}`,
    acceptance_no: `${days.text(opened).replaceAll('-', '')}${String(number).padStart(5, '0')}`,
    unit_id: home.id,
    unit_code: home.unit_code,
    unit_label: home.label,
    admin_code: building.admin_code,
    street_name: building.street_name,
    status,
    registry_id: cast.registry.id,
    certificate_no: entered ? `川(${year})双流区不动产权第${String(7000000 + number)}号(演示)` : null,
    entered_at: entered,
    opened_at: days.at(opened, random.between(545, 1000)),
    finished_at: finished,
    cancel_reason: status === 'cancelled' ? '双方解除合同' : null,
    tracking_hash: `${random.uuid()}${random.uuid()}`.replaceAll('-', ''),
    version: 1,
    updated_at: finished ?? entered ?? days.at(opened, 1020),
  }
}

function parties({ random }: Market, sale: TransferCaseRow): TransferPartyRow[] {
  return (['seller', 'buyer'] as const).map((side) => ({
    district_code: districtCode,
    id: random.uuid(),
    case_id: sale.id,
    registry_id: sale.registry_id,
    side,
    number: 1,
    id_type: 'resident_id',
    name: inventedName(random),
    id_no: inventedIdNumber(random),
    phone: inventedPhone(random),
    created_at: sale.opened_at,
  }))
}

function legRow(
  { random, days, cast }: Market,
  sale: TransferCaseRow,
  kind: LegKind,
  plan: LegPlan,
  opened: number,
): TransferLegRow {
  const entry = days.addWorking(opened, 2)
  const isPushed = ['pushed', 'acknowledged', 'completed', 'rejected', 'manual', 'cancel_requested'].includes(
    plan.status,
  )
  const isAcknowledged = isPushed && plan.status !== 'pushed' && plan.status !== 'manual'
  const isFinished = ['completed', 'rejected', 'cancelled'].includes(plan.status)
  const pushed_at = isPushed ? days.at(entry, 645) : null
  const acknowledged_at = isAcknowledged ? days.at(entry, 645 + random.between(2, 60)) : null
  const finished_at = isFinished
    ? days.at(plan.status === 'cancelled' ? days.addWorking(opened, 1) : entry, random.between(760, 1050))
    : null
  return {
    district_code: districtCode,
    id: random.uuid(),
    case_id: sale.id,
    case_reference: sale.reference,
    unit_label: sale.unit_label,
    admin_code: sale.admin_code,
    street_name: sale.street_name,
    kind,
    utility_id: cast.utilities[kind].id,
    registry_id: sale.registry_id,
    status: plan.status,
    account: accountNumber(kind, sale.unit_code),
    reason_code: plan.reason ?? null,
    reason_detail: null,
    arrears_yuan: plan.reason === 'arrears' ? random.between(1200, 32000) / 100 : null,
    push_key: isPushed ? `${sale.acceptance_no}-${kind}` : null,
    utility_ack: isAcknowledged ? `ACK-${random.between(100000, 999999)}` : null,
    attempts: isPushed ? (plan.status === 'manual' ? 8 : 1) : 0,
    pushed_at,
    acknowledged_at,
    finished_at,
    version: 1,
    updated_at: finished_at ?? acknowledged_at ?? pushed_at ?? sale.opened_at,
  }
}

/** PIPL art. 23: one receipt for each recipient, naming purpose, method and kinds of data. */
function consent({ random }: Market, leg: TransferLegRow, sale: TransferCaseRow): ConsentRow {
  return {
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
  }
}

function messages({ random }: Market, leg: TransferLegRow): LegMessageRow[] {
  if (!leg.push_key) return []
  const row = (direction: 'out' | 'in', kind: string, at: string | null): LegMessageRow[] => {
    if (at === null) return []
    const { district_code, utility_id, registry_id } = leg
    return [
      {
        district_code,
        id: random.uuid(),
        leg_id: leg.id,
        utility_id,
        registry_id,
        direction,
        kind,
        key: leg.push_key!,
        outcome: 'applied',
        at,
      },
    ]
  }
  const ending = leg.status === 'rejected' ? 'rejected' : 'completed'
  return [
    ...row('out', 'push', leg.pushed_at),
    ...row('in', 'acknowledged', leg.acknowledged_at),
    ...row('in', ending, leg.status === 'cancelled' ? null : leg.finished_at),
  ]
}
