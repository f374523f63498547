import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get } from '../api.ts'
import type { Geometry } from '../map/geojson.ts'
import type { Action } from '../operations/operation.ts'

/** A question to one utility about one dig near its lines. Field names are the wire's. */
export type UtilityRequest = {
  id: string
  project_id: string
  project_reference: string
  project_name: string
  utility_kind: string
  status: string
  response_code: string | null
  response_note: string | null
  nearest_m: number
  segments: number
  asked_at: string
  due_on: string
  answered_at: string | null
  version: number
  geometry: Geometry
  actions: Action[]
}

/** Whether an answer is still waited for. */
export const isOpen = ({ status }: Pick<UtilityRequest, 'status'>) =>
  status === 'open' || status === 'partially_answered'

/** Every request that the caller may see, the most urgent first. */
export function useRequests(): UseQueryResult<UtilityRequest[]> {
  return useQuery({
    queryKey: ['requests', 'list'],
    queryFn: async ({ signal }) =>
      (await get<{ requests: UtilityRequest[] }>('/api/requests', { limit: 200 }, signal)).requests,
  })
}

/** One request by its public id. */
export function useRequest(id: string): UseQueryResult<UtilityRequest> {
  return useQuery({
    queryKey: ['requests', id, 'list'],
    queryFn: ({ signal }) => get<UtilityRequest>(`/api/requests/${id}`, undefined, signal),
  })
}
