import { useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'

export type Blackout = InferResponseType<Api['restrictions']['blackouts']['$get'], 200>['blackouts'][number]
export type Hold = InferResponseType<Api['restrictions']['holds']['$get'], 200>['holds'][number]
export type Article = InferResponseType<Api['restrictions']['articles']['$get'], 200>['articles'][number]
export type OfDig = InferResponseType<Api['restrictions']['projects'][':id']['$get'], 200>

export const blackoutReasons = ['exam', 'festival', 'air_quality', 'flood', 'event', 'other']

export function useBlackouts() {
  return useQuery({
    queryKey: ['restrictions', 'list', 'blackouts'],
    queryFn: async ({ signal }) =>
      (await get<{ blackouts: Blackout[] }>('/api/restrictions/blackouts', { with_past: true }, signal)).blackouts,
  })
}

export function useHolds() {
  return useQuery({
    queryKey: ['restrictions', 'list', 'holds'],
    queryFn: async ({ signal }) => (await get<{ holds: Hold[] }>('/api/restrictions/holds', undefined, signal)).holds,
  })
}

export function useArticles(isAsked: boolean) {
  return useQuery({
    queryKey: ['restrictions', 'articles'],
    queryFn: async ({ signal }) =>
      (await get<{ articles: Article[] }>('/api/restrictions/articles', undefined, signal)).articles,
    enabled: isAsked,
    staleTime: 600_000,
  })
}

export function useRestrictionsOf(id: string) {
  return useQuery({
    queryKey: ['restrictions', 'list', id],
    queryFn: ({ signal }) => get<OfDig>(`/api/restrictions/projects/${id}`, undefined, signal),
  })
}
