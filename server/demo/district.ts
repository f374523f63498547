import type { LonLat } from './plane.ts'

/**
 * Rows of the demo district, one array per table of sql/migrations, columns as there. Geometry is GeoJSON, CGCS2000 lon,lat. The rows
 * of two times (project_version and the like) are not here: the loader folds them from the events.
 */
export interface District {
  today: string
  admin_area: AdminAreaRow[]
  basemap_feature: BasemapRow[]
  organisation: OrganisationRow[]
  person: PersonRow[]
  responsibility: ResponsibilityRow[]
  utility_route: UtilityRouteRow[]
  road_segment: RoadRow[]
  network_segment: NetworkRow[]
  dig_project: ProjectRow[]
  site: SiteRow[]
  permit: PermitRow[]
  works: WorksRow[]
  clock: ClockRow[]
  utility_request: UtilityRequestRow[]
  inspection: InspectionRow[]
  rectification: RectificationRow[]
  event: EventRow[]
  building: BuildingRow[]
  home_unit: HomeUnitRow[]
  transfer_case: TransferCaseRow[]
  transfer_leg: TransferLegRow[]
  consent_receipt: ConsentRow[]
  /** Names and numbers in clear, all invented; sealed by the loader before they reach a table. */
  transfer_party: TransferPartyRow[]
  leg_message: LegMessageRow[]
  reference_counter: CounterRow[]
}

export type MultiPolygon = { type: 'MultiPolygon'; coordinates: LonLat[][][] }
export type MultiLine = { type: 'MultiLineString'; coordinates: LonLat[][] }
export type Line = { type: 'LineString'; coordinates: LonLat[] }
export type PointGeometry = { type: 'Point'; coordinates: LonLat }

export type Stage =
  | 'planned'
  | 'permitting'
  | 'permitted'
  | 'in_progress'
  | 'suspended'
  | 'completed'
  | 'passed'
  | 'guarantee'
  | 'closed'
  | 'cancelled'
  | 'lapsed'
  | 'terminated'
export type ProjectKind = 'road_excavation' | 'building_works' | 'pipeline_works' | 'emergency_repair'
export type Card = 'none' | 'yellow' | 'red'
export type CardOwner = 'authority' | 'utility' | 'promoter'
export type SiteStatus = 'not_begun' | 'open' | 'backfilled' | 'reopened' | 'restored'
export type PermitStatus =
  | 'draft'
  | 'submitted'
  | 'supplement_requested'
  | 'not_accepted'
  | 'application_accepted'
  | 'special_procedure'
  | 'granted'
  | 'delivered'
  | 'refused'
  | 'cancelled'
  | 'expired'
  | 'lapsed'
  | 'revoked'
  | 'withdrawn_by_authority'
  | 'cancelled_as_penalty'
export type WorksStatus = 'not_started' | 'in_progress' | 'suspended' | 'completed' | 'passed' | 'guarantee' | 'closed'
export type LegKind = 'water' | 'power' | 'gas'
export type Theme = LegKind | 'drainage' | 'telecom'

interface Owned {
  district_code: number
  id: string
}

interface Parties {
  promoter_id: string
  contractor_id: string | null
}

export interface AdminAreaRow {
  code: string
  valid_from: string
  parent_code: string
  level: 'county' | 'street'
  name_zh: string
  name_en: string
  administered_by: string
  source: string
  geom: MultiPolygon
}

export interface BasemapRow extends Owned {
  theme: 'water' | 'green' | 'landmark' | 'airport'
  name_zh: string
  name_en: string
  source: string
  geom: MultiPolygon
}

export interface OrganisationRow extends Owned {
  kind:
    | 'authority'
    | 'inspection'
    | 'traffic'
    | 'promoter'
    | 'contractor'
    | 'supervisor'
    | 'utility'
    | 'registry'
    | 'planning'
    | 'audit'
    | 'operator'
  name_zh: string
  name_en: string
  credit_code: string
  utility_kind: Theme | null
  is_demo: true
  created_at: string
}

export interface PersonRow extends Owned {
  organisation_id: string
  login: string
  name_zh: string
  name_en: string
  role: 'promoter' | 'authority' | 'inspector' | 'utility' | 'planner' | 'registry' | 'auditor' | 'admin'
  is_demo: true
  created_at: string
}

export interface ResponsibilityRow extends Owned {
  organisation_id: string
  duty: 'authority' | 'supervision' | 'town' | 'traffic' | 'registry'
  valid_from: string
  geom: MultiPolygon
}

export interface UtilityRouteRow extends Owned {
  utility_kind: Theme
  utility_id: string
  admin_code: string
  unit_code: string
  valid_from: string
}

export interface RoadRow extends Owned {
  code: string
  name: string
  name_en: string
  class: 'expressway' | 'arterial' | 'collector' | 'local'
  lanes: number
  width_m: number
  surface: string
  handed_over_on: string
  overhauled_on: string | null
  geom: MultiLine
  updated_at: string
}

export interface NetworkRow extends Owned {
  utility_id: string
  theme: Theme
  kind: 'main' | 'service'
  status: 'in_use' | 'abandoned'
  name: string
  diameter_mm: number | null
  pressure_mpa: number | null
  voltage_kv: number | null
  depth_m: number
  accuracy_m: number
  material: string
  protection_m: number
  geom: Line
  updated_at: string
}

export interface ProjectRow extends Owned, Parties {
  reference: string
  project_code: string | null
  name: string
  name_en: string
  description: string
  kind: ProjectKind
  status: 'registered' | 'cancelled'
  stage: Stage
  card: Card
  card_owner: CardOwner | null
  promoter_name: string
  contractor_name: string | null
  authority_id: string
  town_id: string
  admin_code: string
  street_name: string
  planned_from: string
  planned_to: string
  depth_m: number
  width_m: number | null
  is_retrospective: boolean
  emergency_cause: string | null
  geom: MultiPolygon
  centre_line: MultiLine | null
  begun_on: string | null
  ended_on: string | null
  version: number
  created_at: string
  updated_at: string
}

export interface SiteRow extends Owned, Parties {
  project_id: string
  number: number
  name: string
  name_en: string
  status: SiteStatus
  depth_m: number
  planned_from: string
  planned_to: string
  opened_at: string | null
  backfilled_at: string | null
  restored_at: string | null
  geom: MultiPolygon
  stage: Stage
  card: Card
  version: number
  updated_at: string
}

export interface PermitRow extends Owned, Parties {
  project_id: string
  reference: string
  kind: 'excavation' | 'construction'
  status: PermitStatus
  authority_id: string
  submitted_at: string | null
  accepted_at: string | null
  decided_at: string | null
  delivered_at: string | null
  valid_from: string | null
  valid_to: string | null
  conditions: { code: string; text_zh: string; text_en: string }[]
  decision_reason: string | null
  supplement_items: string[] | null
  is_retrospective: boolean
  version: number
  created_at: string
  updated_at: string
}

export interface WorksRow extends Owned, Parties {
  project_id: string
  status: WorksStatus
  authority_id: string
  started_at: string | null
  suspended_at: string | null
  completed_at: string | null
  passed_at: string | null
  guarantee_from: string | null
  guarantee_to: string | null
  closed_at: string | null
  suspension_reason: string | null
  version: number
  updated_at: string
}

export interface ClockRow extends Owned {
  project_id: string | null
  subject_kind: 'permit' | 'works' | 'project' | 'utility_request' | 'rectification' | 'transfer_leg'
  subject_id: string
  kind: string
  owner: CardOwner
  owner_id: string
  promoter_id: string | null
  contractor_id: string | null
  basis_zh: string
  basis_en: string
  unit: 'working_days' | 'calendar_days' | 'hours'
  statutory_limit: number | null
  promised_limit: number | null
  started_at: string
  started_on: string
  due_on: string
  statutory_due_on: string | null
  due_at: string | null
  yellow_on: string
  provisional: boolean
  calendar_version: string | null
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled'
  card: Card
  paused_at: string | null
  stopped_at: string | null
  version: number
}

export interface UtilityRequestRow extends Owned, Parties {
  project_id: string
  utility_id: string
  utility_kind: Theme
  project_reference: string
  project_name: string
  status: 'open' | 'answered'
  response_code: string | null
  response_note: string | null
  nearest_m: number
  segments: number
  asked_at: string
  due_on: string
  answered_at: string | null
}

export interface InspectionRow extends Owned, Parties {
  project_id: string
  site_id: string | null
  reference: string
  kind: 'patrol' | 'administrative'
  category: string
  outcome: 'passed' | 'failed_low' | 'failed_high'
  findings: { code: string; text_zh: string; text_en: string; severity: 'low' | 'high' }[]
  note: string | null
  promoter_told: boolean | null
  made_safe: boolean | null
  position: PointGeometry
  position_accuracy_m: number
  distance_m: number
  inspector_id: string
  inspector_name: string
  organisation_id: string
  inspected_at: string
  recorded_at: string
}

export interface RectificationRow extends Owned, Parties {
  inspection_id: string
  project_id: string
  site_id: string | null
  reference: string
  status: 'issued' | 'acknowledged' | 'evidence_submitted' | 'cleared' | 'overdue'
  severity: 'low' | 'high'
  items: { code: string; text_zh: string; text_en: string; severity: 'low' | 'high' }[]
  issued_at: string
  due_on: string
  cleared_at: string | null
  organisation_id: string
  updated_at: string
}

export interface EventRow extends Owned {
  type: string
  subject_kind: string
  subject_id: string
  subject_version: number
  project_id: string | null
  at: string
  recorded_at: string
  actor_id: string | null
  actor_name: string | null
  actor_role: string
  organisation_id: string | null
  organisation_name: string | null
  promoter_id: string | null
  utility_id: string | null
  registry_id: string | null
  is_personal: boolean
  basis_zh: string | null
  basis_en: string | null
  data: Record<string, unknown>
}

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
  utility_id: string
  registry_id: string
  status: string
  /** The account number in clear; sealed, hashed and masked by the loader. */
  account: string
  reason_code: string | null
  reason_detail: string | null
  arrears_yuan: number | null
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

export interface CounterRow {
  district_code: number
  series: string
  year: number
  last_number: number
}
