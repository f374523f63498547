import type { ClockGround } from './dig-clocks.ts'
import type { ClockRow, EventRow } from './dig-tables.ts'
import type {
  BuildingRow,
  ConsentRow,
  HomeUnitRow,
  LegMessageRow,
  TransferCaseRow,
  TransferLegRow,
  TransferPartyRow,
} from './home-tables.ts'
import type { Cast } from './organisations.ts'
import { districtCode } from './organisations.ts'
import { inventedIdNumber, inventedName, inventedPhone } from './people-names.ts'
import { transferEvents } from './transfer-events.ts'
import { consentRow, legClocks, legMessages, legRow } from './transfer-legs.ts'
import type { CaseStatus, LegPlan } from './transfer-plan.ts'
import { caseVersion, isEntered, isPast, transferPlan } from './transfer-plan.ts'
import type { LegKind } from './vocabulary.ts'

export interface Transfers {
  transfer_case: TransferCaseRow[]
  transfer_leg: TransferLegRow[]
  consent_receipt: ConsentRow[]
  transfer_party: TransferPartyRow[]
  leg_message: LegMessageRow[]
  clock: ClockRow[]
  event: EventRow[]
}

/** What transfers are made up from; `homes` are those that may be sold. */
export interface Market extends ClockGround {
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
    clock: [],
    event: [],
  }
  const buildings = new Map(market.building.map((building) => [building.id, building]))
  const homes = random.shuffle(market.homes)
  const numbers = new Map<string, number>()
  planSales(market).forEach(({ status, legs, opened }, i) => {
    const home = homes[i]!
    const year = days.text(opened).slice(0, 4)
    const number = (numbers.get(year) ?? 0) + 1
    numbers.set(year, number)
    const sale = caseRow(market, home, buildings.get(home.building_id)!, { status, opened, year, number })
    const made = kinds.map((kind, at) => legRow(market, sale, kind, legs[at]!, opened))
    rows.transfer_case.push(sale)
    rows.transfer_party.push(...parties(market, sale))
    rows.transfer_leg.push(...made)
    rows.event.push(...transferEvents(market, sale, made))
    for (const leg of made) {
      rows.consent_receipt.push(...consentRow(market, leg, sale))
      rows.leg_message.push(...legMessages(market, leg))
      rows.clock.push(...legClocks(market, leg))
    }
  })
  return rows
}

type Planned = { status: CaseStatus; legs: readonly [LegPlan, LegPlan, LegPlan]; opened: number }

function planSales(market: Market): Planned[] {
  const planned = transferPlan.flatMap(({ status, count, legs }) =>
    Array.from({ length: count }, (_, i): Planned => {
      const chosen = legs[i % legs.length]!
      return { status, legs: chosen, opened: openedOn(market, status, chosen) }
    }),
  )
  return planned.sort((a, b) => a.opened - b.opened)
}

/** The register entry follows two working days after the opening; what utilities have in hand was entered on the last working day. */
function openedOn({ random, days, today }: Market, status: CaseStatus, legs: readonly LegPlan[]): number {
  if (isPast(status)) return days.previousWorking(today - random.between(12, 1900))
  if (status === 'opened' || status === 'prechecking') return days.addWorking(today, -1)
  if (status === 'compensating') return days.addWorking(today, -12)
  if (legs.some((leg) => leg.status === 'timed_out' || leg.status === 'manual')) return days.addWorking(today, -5)
  return days.addWorking(today, isEntered(status) ? -3 : -random.between(2, 6))
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
    version: caseVersion[status],
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
