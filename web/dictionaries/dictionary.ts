import { queryOptions, useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'

type Name = 'inspection_finding' | 'utility_response' | 'rejection_reason' | 'petition_kind'
export type Entry = { code: string; label_zh: string; label_en: string }

/** The entries of a dictionary, in the words of its present version. */
export const useDictionary = <One extends { code: string } = Entry>(name: Name, staleTime: number = Infinity) =>
  useQuery(
    queryOptions({
      queryKey: ['dictionaries', name],
      queryFn: async ({ signal }) =>
        (await get<{ entries: One[] }>(`/api/dictionaries/${name}`, undefined, signal)).entries,
      staleTime,
    }),
  )
