import type { LonLat } from './plane.ts'

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
export type LegStatus =
  | 'not_requested'
  | 'precheck_requested'
  | 'precheck_passed'
  | 'precheck_blocked'
  | 'armed'
  | 'pushed'
  | 'acknowledged'
  | 'completed'
  | 'rejected'
  | 'timed_out'
  | 'manual'
  | 'cancel_requested'
  | 'cancelled'
  | 'opted_out'
export type LegKind = 'water' | 'power' | 'gas'
export type Theme = LegKind | 'drainage' | 'telecom'

/** What every row of a district's table begins with. */
export interface Owned {
  district_code: number
  id: string
}

/** Who digs: the promoter's and the contractor's organisation. */
export interface Parties {
  promoter_id: string
  contractor_id: string | null
}
