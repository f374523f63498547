import { useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'

type Answer = InferResponseType<Api['applications'][':id']['permits']['$get'], 200>
export type Permit = Answer['permits'][number]
export type Needed = InferResponseType<Api['applications'][':id']['documents-needed']['$get'], 200>['documents']
export type Unclaimed = InferResponseType<Api['handovers']['index']['$get'], 200>

/** The permits of a dig with their file, newest first. */
export function usePermitsOf(id: string) {
  return useQuery({
    queryKey: ['permits', 'list', id],
    queryFn: async ({ signal }) => (await get<Answer>(`/api/projects/${id}/permits`, undefined, signal)).permits,
  })
}

/** What an application for a dig would need today; asked only while there is none. */
export function useNeeded(id: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['permits', 'needed', id],
    queryFn: async ({ signal }) =>
      (await get<{ documents: Needed }>(`/api/projects/${id}/documents-needed`, undefined, signal)).documents,
    enabled: isAsked,
  })
}

/** Granted files that supervision has not signed for. */
export function useUnclaimed() {
  return useQuery({
    queryKey: ['handovers', 'list'],
    queryFn: ({ signal }) => get<Unclaimed>('/api/handovers', undefined, signal),
  })
}
