import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'
import { useDictionary } from '../dictionaries/dictionary.ts'
import type { Photo } from '../inspections/inspection.ts'
import type { Action } from '../operations/operation.ts'
import type { Event } from '../projects/events.ts'
import type { Clock } from '../projects/project.ts'

export type PetitionPage = InferResponseType<Api['petitions']['index']['$get'], 200>
export type PetitionRow = PetitionPage['petitions'][number]
type Told = InferResponseType<Api['petitions'][':id']['$get'], 200>
export type Round = Omit<Told['rounds'][number], 'files'> & { files: Photo[] }
export type Petition = Omit<Told, 'rounds' | 'files' | 'clocks' | 'history' | 'actions'> & {
  rounds: Round[]
  files: Photo[]
  clocks: Clock[]
  history: Event[]
  actions: Action[]
}
export type Near = InferResponseType<Api['publicPetitions']['digs-near']['$get'], 200>
export type NearDig = Near['digs'][number]
export type Tracked = InferResponseType<Api['publicPetitions']['petitions'][':token']['$get'], 200>
export type Submitted = InferResponseType<Api['publicPetitions']['petitions']['$post'], 201>
export type Units = InferResponseType<Api['petitions'][':id']['units']['$get'], 200>

export type PetitionFilter = {
  status?: string
  kind?: string
  grade?: string
  card?: string
  mine?: string
  project_id?: string
}

/** Requests that fit, the newest first, page by page. */
export const usePetitions = (filter: PetitionFilter) =>
  useInfiniteQuery({
    queryKey: ['petitions', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get<PetitionPage>('/api/petitions', { ...filter, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  })

/** One request, for this caller's eyes. */
export const usePetition = (id: string) =>
  useQuery({
    queryKey: ['petitions', id],
    queryFn: ({ signal }) => get<Petition>(`/api/petitions/${id}`, undefined, signal),
  })

/** The kinds of requests, in the words of the dictionary. */
export const useKinds = () => useDictionary('petition_kind')

/** How loud a state is: what waits for somebody, what went wrong, what is over. */
export const statusLook = (status: string): '' | 'yellow' | 'red' =>
  status === 'unsatisfied' ? 'red' : ['submitted', 'graded', 'answered'].includes(status) ? 'yellow' : ''

/** `lon,lat` of the address as a place; undefined when it is none. */
export function placeOf(text: string | undefined): { lon: number; lat: number } | undefined {
  const [lon, lat] = (text ?? '').split(',').map(Number)
  const isPlace = lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && text !== ''
  return isPlace ? { lon, lat } : undefined
}
