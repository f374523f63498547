import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import type { Photo } from '../inspections/inspection.ts'
import type { Geometry } from '../map/geojson.ts'
import type { Action } from '../operations/operation.ts'
import type { Event } from '../projects/events.ts'
import type { Card, Clock } from '../projects/project.ts'

export type Coverage = 'covered' | 'partly_covered' | 'not_covered'

/** A suspected dig as it is listed. Field names are the wire's. */
export type DetectionRow = {
  id: string
  reference: string
  source: string
  observed_at: string | null
  observed_on: string
  positional_error_m: number
  status: string
  coverage: Coverage | null
  share_covered: number | null
  area_m2: number | null
  version: number
  case_reference: string | null
  due_on: string | null
  due_for: string | null
  card: Card
  centre: Geometry
  repeats: number
}
export type Ground = {
  ground: 'permit' | 'retrospective' | 'emergency'
  share: number
  from_on: string | null
  to_on: string | null
  permit_reference: string | null
  project_id: string
  project_reference: string
  project_name: string
  project_name_en: string | null
  geometry: Geometry | null
}
export type Match = {
  coverage: Coverage
  share_covered: number
  grounds: Ground[]
  explanation_zh: string
  explanation_en: string
  basis_zh: string
  basis_en: string
}
export type Case = {
  reference: string
  is_verified: boolean
  finding_note: string | null
  decision_reference: string | null
  penalty_yuan: number | null
}
export type Verification = {
  step: 'verify' | 'confirm_rectified'
  note: string
  position: Geometry | null
  distance_m: number | null
  verifier_name: string
  verified_at: string
}
export type Detection = Omit<DetectionRow, 'case_reference' | 'due_on' | 'due_for' | 'card' | 'centre' | 'repeats'> & {
  note: string | null
  geometry: Geometry
  excess: Geometry | null
  match: Match | null
  case: Case | null
  responsible_zh: string | null
  responsible_en: string | null
  duplicate_of_id: string | null
  duplicate_of_reference: string | null
  duplicate_overlap: number | null
  repeats: { id: string; reference: string; source: string; observed_on: string; overlap: number }[]
  verifications: Verification[]
  files: Photo[]
  clocks: Clock[]
  history: Event[]
  actions: Action[]
}
export type Covered = {
  detected: number
  under_permit: number
  share_under_permit: number | null
  share_of_area: number | null
}

/** One suspected dig, for this caller's eyes. */
export const useDetection = (id: string) =>
  useQuery({
    queryKey: ['detections', id],
    queryFn: ({ signal }) => get<Detection>(`/api/detections/${id}`, undefined, signal),
  })

/** Suspected digs in these states (all but repeats when none is named), the last observed first, page by page. */
export const useDetections = (status: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['detections', 'list', status],
    queryFn: ({ pageParam, signal }) =>
      get<{ detections: DetectionRow[]; next: string | null }>(
        '/api/detections',
        { status, limit: 50, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  })

/** The headline figure of the district. */
export const useCovered = () =>
  useQuery({
    queryKey: ['detections', 'list', 'coverage'],
    queryFn: ({ signal }) => get<Covered>('/api/detections/coverage', undefined, signal),
  })

/** A share as people read it: 86.4 %. */
export const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '—' : `${Number((share * 100).toFixed(1))} %`

/** How loud a state is: what waits for somebody, what was found wrong, what is over. */
export const statusLook = (status: string): '' | 'yellow' | 'red' =>
  ['unlawful', 'rectifying', 'penalty_case', 'penalised'].includes(status)
    ? 'red'
    : ['needs_review', 'dispatched', 'field_verified', 'reopened'].includes(status)
      ? 'yellow'
      : ''

/** The source in words; an import names its own. */
export const sources: readonly string[] = ['satellite', 'drone', 'citizen', 'patrol']
