import type { MultiPolygon, MultiLine, Line, Theme, Owned } from './vocabulary.ts'

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
  /** In clear and invented; sealed by the loader. */
  phone: string
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

export interface CounterRow {
  district_code: number
  series: string
  year: number
  last_number: number
}

export interface BlackoutRow extends Owned {
  name_zh: string
  name_en: string
  reason: string
  basis: string
  kinds: string[]
  from_on: string
  to_on: string
  organisation_id: string
  created_at: string
}

export interface HoldRow extends Owned {
  promoter_id: string
  organisation_id: string
  reason: string
  basis_zh: string
  basis_en: string
  sampling_factor: number
  placed_at: string
}
