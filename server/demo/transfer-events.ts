import type { EventRow } from './dig-tables.ts'
import type { TransferCaseRow, TransferLegRow } from './home-tables.ts'
import { districtCode } from './organisations.ts'
import type { Market } from './transfers.ts'

/** What a sale and its legs have come through, each told as its room tells it: personal, for the registry and the leg's own utility. */
export function transferEvents(market: Market, sale: TransferCaseRow, legs: readonly TransferLegRow[]): EventRow[] {
  const own = { subject_kind: 'transfer', subject_id: sale.id, utility_id: null }
  const events = [
    event(market, sale, {
      ...own,
      type: 'transfer.opened',
      version: 1,
      at: sale.opened_at,
      by: 'registry',
      basis: null,
    }),
  ]
  if (sale.entered_at) {
    events.push(
      event(market, sale, {
        ...own,
        type: 'transfer.entered',
        version: 5,
        at: sale.entered_at,
        by: 'registry',
        basis: 'transfer.entry',
      }),
    )
  }
  if (sale.status === 'cancelled') {
    events.push(
      event(market, sale, {
        ...own,
        type: 'transfer.cancelled',
        version: 2,
        at: sale.finished_at!,
        by: 'registry',
        basis: 'transfer.entry',
      }),
    )
  }
  return [...events, ...legs.flatMap((leg) => legEvents(market, sale, leg))]
}

function legEvents(market: Market, sale: TransferCaseRow, leg: TransferLegRow): EventRow[] {
  const own = { subject_kind: 'transfer_leg', subject_id: leg.id, utility_id: leg.utility_id }
  const told = (type: string, version: number, at: string | null, by: Teller, rule: string): EventRow[] =>
    at === null
      ? []
      : [event(market, sale, { ...own, type: `transfer.leg.${type}`, version, at, by, basis: `transfer.${rule}` })]
  return [
    ...told('pushed', 5, leg.pushed_at, 'system', 'acknowledgement'),
    ...told('acknowledged', 6, leg.acknowledged_at, 'utility', 'acknowledgement'),
    ...told(
      leg.status,
      leg.version,
      leg.finished_at,
      leg.status === 'cancelled' ? 'registry' : 'utility',
      'completion',
    ),
  ]
}

type Teller = 'registry' | 'utility' | 'system'

interface Told {
  type: string
  subject_kind: string
  subject_id: string
  utility_id: string | null
  version: number
  at: string
  by: Teller
  basis: string | null
}

function event({ random, cast, ruleOn }: Market, sale: TransferCaseRow, told: Told): EventRow {
  const basis = told.basis === null ? null : ruleOn(told.basis, told.at.slice(0, 10))
  const utility = Object.values(cast.utilities).find(({ id }) => id === told.utility_id)
  const organisation = told.by === 'registry' ? cast.registry : told.by === 'utility' ? utility : undefined
  return {
    district_code: districtCode,
    id: random.uuid(),
    type: told.type,
    subject_kind: told.subject_kind,
    subject_id: told.subject_id,
    subject_version: told.version,
    project_id: null,
    at: told.at,
    recorded_at: told.at,
    actor_id: null,
    actor_name: organisation ? '经办人' : null,
    actor_role: told.by,
    organisation_id: organisation?.id ?? null,
    organisation_name: organisation?.name_zh ?? null,
    promoter_id: null,
    utility_id: told.utility_id,
    registry_id: sale.registry_id,
    is_personal: true,
    basis_zh: basis && basis.basis_zh,
    basis_en: basis && basis.basis_en,
    data: told.type === 'transfer.opened' ? { reference: sale.reference } : {},
  }
}
