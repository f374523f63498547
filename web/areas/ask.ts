import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { post, ProblemError } from '../api.ts'
import type { Geometry } from '../map/geojson.ts'
import type { Body } from './question.ts'

export type Found = { type: 'Feature'; id: string; geometry: Geometry; properties: Record<string, unknown> }
type Outline = { area_m2: number; bbox: [number, number, number, number]; geometry: Geometry }
type Page = {
  area: Outline
  collections: { name: string; number_matched: number; features: Found[] }[]
  next: string | null
}
export type Group = { value: string | null; count: number; area_m2: number; length_m: number }
export type Road = {
  name: string
  name_en: string | null
  times: number
  planned: number
  first_on: string | null
  last_on: string | null
}
export type Digs = {
  count: number
  area_m2: number
  length_m: number
  by_stage: Group[]
  by_kind: Group[]
  by_card: Group[]
  by_street: Group[]
  by_month: { month: string; open: number; begun: number; ended: number }[]
  by_road: Road[]
}
export type Saved = { id: string; name: string; query: Record<string, unknown>; area_m2: number }

// a question is no act: it has no key to be remembered by
const reading = { key: '' }

/** How many there are, and the ground that was understood: quick, and shown before the list. */
export function useCount(body: Body | undefined) {
  return useQuery({
    queryKey: ['areas', 'list', 'count', body],
    queryFn: ({ signal }) => post<Page>('/api/areas/query', { ...body, count_only: true }, { ...reading, signal }),
    enabled: body !== undefined,
    retry: isWorthRetry,
  })
}

/** The features themselves, a page at a time. */
export function useFound(body: Body | undefined) {
  return useInfiniteQuery({
    queryKey: ['areas', 'list', 'features', body],
    queryFn: ({ pageParam, signal }) =>
      post<Page>(
        '/api/areas/query',
        { ...body, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
        { ...reading, signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: body !== undefined,
    retry: isWorthRetry,
  })
}

/** The digs of the area added up. */
export function useStats(body: Body | undefined) {
  return useQuery({
    queryKey: ['areas', 'list', 'stats', body],
    queryFn: async ({ signal }) =>
      (await post<{ digs: Digs | null }>('/api/areas/stats', body, { ...reading, signal })).digs,
    enabled: body !== undefined,
    retry: isWorthRetry,
  })
}

/** Fetches the export and hands it to the browser as a file under the server's name. */
export async function saveExport(body: Body, format: 'csv' | 'geojson'): Promise<void> {
  const answer = await fetch(`/api/areas/export?format=${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ProblemError(0, { code: 'web/unreachable' })
  })
  if (!answer.ok) throw new ProblemError(answer.status, await answer.json().catch(() => ({})))
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name ?? `dongtu.${format}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** What the server refused it refuses again. */
const isWorthRetry = (failures: number, error: unknown) =>
  failures < 2 && !(error instanceof ProblemError && error.status >= 400 && error.status < 500)
