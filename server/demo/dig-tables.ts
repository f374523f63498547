import type {
  MultiPolygon,
  MultiLine,
  PointGeometry,
  Stage,
  ProjectKind,
  Card,
  CardOwner,
  SiteStatus,
  PermitStatus,
  WorksStatus,
  Theme,
  Owned,
  Parties,
} from './vocabulary.ts'

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
  conditions: string[]
  decision_reason: string | null
  supplement_items: string[] | null
  is_retrospective: boolean
  version: number
  created_at: string
  updated_at: string
}

export interface ApprovalItemRow extends Owned, Parties {
  project_id: string
  stage: string
  item: string
  status: 'asked' | 'approved'
  authority_id: string
  document_no: string | null
  asked_at: string
  answered_at: string | null
  version: number
  updated_at: string
}

export interface PermitConsentRow extends Owned, Parties {
  permit_id: string
  project_id: string
  kind: 'traffic_consent'
  status: 'asked' | 'given'
  authority_id: string
  asked_at: string
  answered_at: string | null
  version: number
  updated_at: string
}

export interface HandoverRow extends Owned, Parties {
  permit_id: string
  project_id: string
  status: 'waiting' | 'signed'
  unit_id: string
  authority_id: string
  handed_at: string
  signed_at: string | null
  version: number
  updated_at: string
}

export interface EmergencyCaseRow extends Owned, Parties {
  project_id: string
  status: 'open'
  authority_id: string
  opened_at: string
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
  subject_kind:
    | 'permit'
    | 'works'
    | 'project'
    | 'approval_item'
    | 'handover'
    | 'utility_request'
    | 'rectification'
    | 'transfer_leg'
    | 'consent'
    | 'emergency_case'
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
  limit_months: number | null
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
