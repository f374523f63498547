import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get } from '../api.ts'

export type Event = {
  id: string
  seq: number | null
  type: string
  subject_kind: string
  at: string
  actor_name: string | null
  actor_role: string
  organisation_name: string | null
  basis_zh: string | null
  basis_en: string | null
  data: Record<string, unknown>
  hash: string | null
}

/** Every event of a dig that this caller may see, oldest first. */
export function useHistory(id: string): UseQueryResult<Event[]> {
  return useQuery({
    queryKey: ['projects', id, 'history'],
    queryFn: async ({ signal }) =>
      (await get<{ events: Event[] }>(`/api/projects/${id}/history`, undefined, signal)).events,
  })
}
