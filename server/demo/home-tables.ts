import type { MultiPolygon, LegKind, LegStatus, Owned } from './vocabulary.ts'

export interface BuildingRow extends Owned {
  estate_name: string
  name: string
  name_en: string
  admin_code: string
  street_name: string
  floors: number
  completed_on: string
  project_id: string | null
  unit_count: number
  geom: MultiPolygon
  updated_at: string
}

export interface HomeUnitRow extends Owned {
  building_id: string
  unit_code: string
  entrance: string
  floor: number
  room: string
  label: string
  area_m2: number
}

export interface TransferCaseRow extends Owned {
  reference: string
  acceptance_no: string
  unit_id: string
  unit_code: string
  unit_label: string
  admin_code: string
  street_name: string
  status:
    | 'opened'
    | 'prechecking'
    | 'ready'
    | 'blocked'
    | 'awaiting_register_entry'
    | 'dispatching'
    | 'partially_completed'
    | 'completed'
    | 'completed_with_exceptions'
    | 'cancelled'
    | 'compensating'
  registry_id: string
  certificate_no: string | null
  entered_at: string | null
  opened_at: string
  finished_at: string | null
  cancel_reason: string | null
  tracking_hash: string
  version: number
  updated_at: string
}

export interface TransferLegRow extends Owned {
  case_id: string
  case_reference: string
  unit_label: string
  admin_code: string
  street_name: string
  kind: LegKind
  /** Nobody's when the buyer opted out. */
  utility_id: string | null
  registry_id: string
  status: LegStatus
  /** The account number in clear; sealed, hashed and masked by the loader. */
  account: string | null
  reason_code: string | null
  reason_detail: string | null
  arrears_yuan: number | null
  /** Acceptance number and kind; the loader adds the digest of the account. */
  push_key: string | null
  utility_ack: string | null
  attempts: number
  pushed_at: string | null
  acknowledged_at: string | null
  finished_at: string | null
  version: number
  updated_at: string
}

export interface ConsentRow extends Owned {
  case_id: string
  leg_kind: LegKind
  recipient_id: string
  registry_id: string
  purpose: string
  method: string
  data_kinds: string[]
  text_version: string
  given_at: string
}

export interface TransferPartyRow extends Owned {
  case_id: string
  registry_id: string
  side: 'buyer' | 'seller'
  number: number
  id_type: string
  name: string
  id_no: string
  phone: string
  created_at: string
}

export interface LegMessageRow extends Owned {
  leg_id: string
  utility_id: string
  registry_id: string
  direction: 'out' | 'in'
  kind: string
  key: string
  outcome: string
  at: string
}
