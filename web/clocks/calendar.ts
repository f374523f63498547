import { useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'

type Calendars = InferResponseType<Api['calendars']['index']['$get'], 200>
type Recounts = InferResponseType<Api['clocks']['recounts']['$get'], 200>
type Moved = InferResponseType<Api['clocks']['recounts'][':calendar_version']['$get'], 200>
type Explanations = InferResponseType<Api['clocks']['explanations']['$get'], 200>
export type Recount = Recounts['recounts'][number]

/** The notices that deadlines are counted by, the newest first. */
export const useCalendars = () =>
  useQuery({
    queryKey: ['calendars', 'list'],
    queryFn: async ({ signal }) => (await get<Calendars>('/api/calendars', undefined, signal)).calendars,
  })

/** How the open clocks were counted again; asked again while one is under way. */
export const useRecounts = () =>
  useQuery({
    queryKey: ['clocks', 'recounts', 'list'],
    queryFn: async ({ signal }) => (await get<Recounts>('/api/clocks/recounts', undefined, signal)).recounts,
    refetchInterval: ({ state }) => (state.data?.some(({ finished_at }) => !finished_at) ? 3_000 : false),
  })

/** The deadlines that one calendar moved, the largest shift first. */
export const useMoved = (version: string) =>
  useQuery({
    queryKey: ['clocks', 'recounts', version, 'list'],
    queryFn: async ({ signal }) =>
      (await get<Moved>(`/api/clocks/recounts/${encodeURIComponent(version)}`, { limit: 100 }, signal)).moved,
  })

/** What authorities and utilities said in public of limits they passed, the newest first. */
export const useExplanations = () =>
  useQuery({
    queryKey: ['clocks', 'explanations', 'list'],
    queryFn: async ({ signal }) =>
      (await get<Explanations>('/api/clocks/explanations', undefined, signal)).explanations,
  })
