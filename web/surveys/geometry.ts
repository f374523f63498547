import { useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'

export type OfDig = InferResponseType<Api['geometries'][':id']['geometries']['$get'], 200>
export type Version = OfDig['versions'][number]
export type Site = OfDig['sites'][number]
export type Fees = InferResponseType<Api['fees'][':id']['fees']['$get'], 200>
export type Guarantee = InferResponseType<Api['guarantees'][':id']['guarantee']['$get'], 200>

export const lives = ['plan', 'permitted', 'as_built', 'observed'] as const
export type Life = (typeof lives)[number]
/** What the map can show: a life of the ground, or what was dug beyond the permit. */
export type Shown = Life | 'over_dig'
export const inks: Record<Shown, string> = {
  plan: '#5c6b7a',
  permitted: '#2b8a3e',
  as_built: '#1971c2',
  observed: '#b5179e',
  over_dig: '#c92a2a',
}

export function useGeometries(id: string) {
  return useQuery({
    queryKey: ['geometries', 'list', id],
    queryFn: ({ signal }) => get<OfDig>(`/api/projects/${id}/geometries`, undefined, signal),
  })
}

export function useFees(id: string) {
  return useQuery({
    queryKey: ['fees', 'list', id],
    queryFn: ({ signal }) => get<Fees>(`/api/projects/${id}/fees`, undefined, signal),
  })
}

export function useGuarantee(id: string) {
  return useQuery({
    queryKey: ['guarantee', 'list', id],
    queryFn: ({ signal }) => get<Guarantee>(`/api/projects/${id}/guarantee`, undefined, signal),
  })
}

export const percent = (share: number) => `${(share * 100).toFixed(1)} %`
