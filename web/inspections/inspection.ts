import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, ProblemError, type Api, type InferResponseType } from '../api.ts'
import { useDictionary } from '../dictionaries/dictionary.ts'
import type { Geometry } from '../map/geojson.ts'
import type { Action } from '../operations/operation.ts'
import type { Card } from '../projects/project.ts'

/** How a visit may end, in the order of the form. */
export const outcomes = ['passed', 'failed_low', 'failed_high', 'unable_to_inspect'] as const
export type Outcome = (typeof outcomes)[number]
/** Whether an outcome names what is wrong. */
export const isFailed = (outcome: Outcome | undefined): boolean => outcome === 'failed_low' || outcome === 'failed_high'
export type Item = { code: string; note: string | null; severity: 'low' | 'high'; text_zh: string; text_en: string }
export type Photo = { id: string; name: string; media_type: string; size_bytes: number; distance_m: number | null }

/** A visit as it is listed. Field names are the wire's. */
export type VisitRow = {
  id: string
  reference: string
  project_id: string
  site_id: string | null
  kind: string
  category: string
  outcome: Outcome
  findings: Item[]
  note: string | null
  promoter_told: boolean | null
  made_safe: boolean | null
  position: Geometry | null
  position_accuracy_m: number | null
  distance_m: number | null
  inspector_name: string
  started_at: string | null
  inspected_at: string
  recorded_at: string
  sketch: Geometry | null
  withdrawn_at: string | null
  withdrawn_reason: string | null
  rectification_id: string | null
  follows_rectification_id: string | null
}
export type Warning = { code: string; message_zh: string; message_en: string }
export type Visit = VisitRow & { attachments: Photo[]; warnings: Warning[]; actions: Action[] }

export type RectificationRow = {
  id: string
  reference: string
  project_id: string
  project_reference: string
  project_name: string
  project_name_en: string | null
  site_id: string | null
  inspection_id: string
  status: string
  severity: 'low' | 'high'
  items: Item[]
  issued_at: string
  due_on: string
  provisional: boolean | null
  card: Card
  basis_zh: string | null
  basis_en: string | null
  acknowledged_at: string | null
  evidence_note: string | null
  evidence_at: string | null
  cleared_at: string | null
}
export type Rectification = RectificationRow & { evidence: Photo[]; actions: Action[] }

type Tasks = InferResponseType<Api['inspectionTasks']['index']['$get'], 200>
export type Task = Tasks['tasks'][number]
type Coverage = InferResponseType<Api['inspectionTasks']['coverage']['$get'], 200>
export type Finding = { code: string; label_zh: string; label_en: string; properties: { severity?: string } }

/** A colleague's visit since, as the refusal `inspections/visited-since` names it. */
export type Unseen = Pick<VisitRow, 'id' | 'reference' | 'outcome' | 'inspected_at' | 'findings'>
/** The facts of that refusal. */
export type UnseenFacts = { visits?: Unseen[]; known_visits?: number }
export const unseenOf = (error: unknown): Unseen[] =>
  error instanceof ProblemError ? ((error.facts as UnseenFacts).visits ?? []) : []

/**
 * How many visits of a dig its inspector has seen: those that were there when the form was opened, and after a refusal (`read`) those that it showed.
 * Undefined, and not asked of the server, while they are not known or are more than one list.
 */
export function useKnownVisits(project_id: string | undefined) {
  const { data } = useQuery({ ...visitsOf(project_id), enabled: project_id !== undefined })
  const [seen, setSeen] = useState<number>()
  const first = data && data.length < 100 ? data.length : undefined
  if (seen === undefined && first !== undefined) setSeen(first)
  const read = (error: unknown) => {
    if (error instanceof ProblemError && error.code === 'inspections/visited-since')
      setSeen(Number(error.facts.known_visits))
  }
  return { current: seen, read }
}

/** One visit, for this caller's eyes. */
export const useVisit = (id: string) =>
  useQuery({
    queryKey: ['inspections', id],
    queryFn: ({ signal }) => get<Visit>(`/api/inspections/${id}`, undefined, signal),
  })

/** One rectification; nothing is asked while there is no id. */
export const useRectification = (id: string | undefined) =>
  useQuery({
    queryKey: ['rectifications', id],
    queryFn: ({ signal }) => get<Rectification>(`/api/rectifications/${id}`, undefined, signal),
    enabled: id !== undefined,
  })

/** Visits, newest first: of one dig, or of all that the caller may see. */
export const useVisits = (project_id?: string) => useQuery(visitsOf(project_id))

const visitsOf = (project_id: string | undefined) =>
  queryOptions({
    queryKey: ['inspections', 'list', project_id],
    queryFn: async ({ signal }) =>
      (await get<{ inspections: VisitRow[] }>('/api/inspections', { project_id }, signal)).inspections,
  })

/** Rectifications, open ones and the earliest last day first: of one dig, or the open ones of all that the caller may see. */
export const useRectifications = (project_id?: string) =>
  useQuery({
    queryKey: ['rectifications', 'list', project_id],
    queryFn: async ({ signal }) => {
      const query = project_id ? { project_id } : { open: true, limit: 500 }
      return (await get<{ rectifications: RectificationRow[] }>('/api/rectifications', query, signal)).rectifications
    },
  })

/** What can be found wrong at a site, in the words of the dictionary. */
export const useFindings = () => useDictionary<Finding>('inspection_finding', 300_000)

/** Planned visits of this month: to do, the earliest last day first, or missed. */
export const useTasks = (state: 'open' | 'missed') =>
  useQuery({
    queryKey: ['inspections', 'list', 'plan', state],
    queryFn: ({ signal }) => get<Tasks>('/api/inspection-tasks', { state, limit: 300 }, signal),
  })

/** How much of this month's plan was kept. */
export const useCoverage = () =>
  useQuery({
    queryKey: ['inspections', 'list', 'coverage'],
    queryFn: ({ signal }) => get<Coverage>('/api/inspection-tasks/coverage', undefined, signal),
  })
