import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'
import type { Geometry } from '../map/geojson.ts'

export type Card = 'none' | 'yellow' | 'red'
export type CardOwner = 'authority' | 'utility' | 'promoter'

export type ProjectPage = InferResponseType<Api['projects']['index']['$get'], 200>
/** What lists and rows show of a dig. */
export type ProjectRow = ProjectPage['projects'][number]
type Told = InferResponseType<Api['projects'][':id']['$get'], 200>
export type Site = Omit<Told['sites'][number], 'geometry'> & { geometry: Geometry }

export type Clock = {
  id: string
  kind: string
  subject_id: string
  /** which of several of its kind, in words of its own */
  detail?: string | undefined
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
  acknowledged_at: string | null
  stopped_at: string | null
  version: number
  /** the next card and its day, if nothing is done */
  forecast: { card: 'yellow' | 'red'; on: string } | null
  pauses: { paused_at: string; resumed_at: string | null; basis_zh: string; basis_en: string }[]
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

export type Project = Omit<Told, 'clocks' | 'documents' | 'geometry' | 'sites'> & {
  geometry: Geometry
  sites: Site[]
  clocks: Clock[]
  documents: Document[]
}

/** One dig by its public id, for this caller's eyes; nothing is asked while there is no id. */
export function useProject(id: string | undefined): UseQueryResult<Project> {
  return useQuery({
    queryKey: ['projects', id],
    queryFn: ({ signal }) => get<Project>(`/api/projects/${id}`, undefined, signal),
    enabled: id !== undefined,
  })
}
