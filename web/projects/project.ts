import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get } from '../api.ts'
import type { Geometry } from '../map/geojson.ts'
import type { Stage } from '../map/palette.ts'
import type { Action } from '../operations/operation.ts'
import type { SiteStatus } from './sites-layer.ts'

export type Card = 'none' | 'yellow' | 'red'
export type CardOwner = 'authority' | 'utility' | 'promoter'

/** What lists and rows show of a dig. Field names are the wire's. */
export type ProjectRow = {
  id: string
  reference: string
  name: string
  name_en: string | null
  kind: string
  stage: Stage
  card: Card
  card_owner: CardOwner | null
  promoter_name: string | null
  street_name: string | null
  planned_from: string
  planned_to: string
  centre?: Geometry
  version: number
}

export type Site = {
  id: string
  number: number
  name: string
  name_en: string | null
  status: SiteStatus
  depth_m: number | null
  area_m2: number | null
  planned_to: string | null
  opened_at: string | null
  backfilled_at: string | null
  restored_at: string | null
  version: number
  geometry: Geometry
}

export type Clock = {
  id: string
  kind: string
  owner: CardOwner
  basis_zh: string
  basis_en: string
  unit: 'working_days' | 'calendar_days' | 'hours'
  statutory_limit: number | null
  promised_limit: number | null
  started_on: string
  due_on: string
  statutory_due_on: string | null
  due_at: string | null
  yellow_on: string
  provisional: boolean
  calendar_version: string | null
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled'
  card: Card
  explanation: string | null
}

export type Document = {
  id: string
  name: string
  media_type: string
  size_bytes: number
  audience: string
  taken_at: string | null
  created_at: string
}

export type Project = ProjectRow & {
  project_code: string | null
  description: string | null
  contractor_name: string | null
  admin_code: string | null
  depth_m: number | null
  width_m: number | null
  area_m2: number | null
  length_m: number | null
  is_retrospective: boolean
  emergency_cause: string | null
  begun_on: string | null
  ended_on: string | null
  created_at: string
  geometry: Geometry
  sites: Site[]
  clocks: Clock[]
  documents: Document[]
  actions: Action[]
}

/** One dig by its public id, for this caller's eyes. */
export function useProject(id: string): UseQueryResult<Project> {
  return useQuery({
    queryKey: ['projects', id],
    queryFn: ({ signal }) => get<Project>(`/api/projects/${id}`, undefined, signal),
  })
}
