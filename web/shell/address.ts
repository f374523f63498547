import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Language } from '../i18n/index.ts'

/** What the address bar holds beside the panel's name: the whole state of the page that is worth a bookmark. */
export type Search = {
  /** zoom/lat/lng, in OpenStreetMap's order */
  map?: string
  /** comma lists; absent = the role's own start filter, `all` = no filter */
  stage?: string
  card?: string
  kind?: string
  /** public id of the selected subject */
  sel?: string
  layers?: string
  lang?: Language
  /** an area that is asked about (areas/area-text.ts), its days, its collections, and a filter in CQL2 */
  area?: string
  from?: string
  to?: string
  in?: string
  where?: string
  /** the desk: everybody's matters, one clock's, one town's */
  whose?: string
  clock?: string
  town?: string
  /** lon,lat of a place one asks about, and the dig that a request is about */
  at?: string
  about?: string
  /** the key of an invitation, until it is taken up or put away */
  invitation?: string
  /** the code of a site board or a paper: a page of its own (documents/check.tsx) */
  check?: string
}

export type View = { lng: number; lat: number; zoom: number }

const names = [
  'map',
  'stage',
  'card',
  'kind',
  'sel',
  'layers',
  'lang',
  'area',
  'from',
  'to',
  'in',
  'where',
  'whose',
  'clock',
  'town',
  'at',
  'about',
  'invitation',
  'check',
] as const

/** Keeps the words we know from a query string and drops the rest; never throws. */
export function readSearch(raw: Record<string, unknown>): Search {
  const search: Record<string, string> = {}
  for (const name of names) {
    const value = raw[name]
    if (typeof value === 'string' && value !== '') search[name] = value
  }
  if (search.lang && search.lang !== 'zh-CN' && search.lang !== 'en') delete search.lang
  return search as Search
}

/** `?a=b` → a flat record (no JSON in our addresses: people read and share them). */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** The record back to text; commas and slashes stay readable. */
export function writeSearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '')
  const text = pairs.map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value as string)
        .replace(/%2F/g, '/')
        .replace(/%2C/g, ',')}`,
  )
  return text.length === 0 ? '' : `?${text.join('&')}`
}

/** `13.50/30.57440/103.92350` → a view; undefined when it is not one. */
export function parseView(text: string | undefined): View | undefined {
  const [zoom, lat, lng] = (text ?? '').split('/').map(Number)
  if (zoom === undefined || lat === undefined || lng === undefined) return undefined
  const isOnEarth = Math.abs(lat) <= 85 && Math.abs(lng) <= 180 && zoom >= 0 && zoom <= 24
  return isOnEarth ? { zoom, lat, lng } : undefined
}

/** Five decimals of a degree are about one metre. */
export function writeView({ zoom, lat, lng }: View): string {
  return `${zoom.toFixed(2)}/${lat.toFixed(5)}/${lng.toFixed(5)}`
}

/** A comma list; undefined when the address says nothing, [] for `all`. */
export function parseList(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined
  return text === 'all' ? [] : text.split(',').filter(Boolean)
}

/** `undefined` takes a part away; `panel: null` is the start. */
export type Patch = { [name in keyof Search]?: Search[name] | undefined } & { panel?: string | null }

export type Address = Search & {
  panel: string | undefined
  /** Changes part of the address; `replace` leaves no step for the back button. Resolves when the page is there. */
  go: (patch: Patch, how?: { replace?: boolean }) => Promise<void>
}

/** The address as state, and the one way to change it. */
export function useAddress(): Address {
  const search = useSearch({ strict: false }) as Search
  const { panel } = useParams({ strict: false }) as { panel?: string }
  const navigate = useNavigate()
  const go = useCallback<Address['go']>(
    ({ panel: next, ...patch }, how) => {
      const to = next === undefined ? '.' : next === null ? '/' : `/${next}`
      return navigate({
        to,
        search: (now: Search) => readSearch({ ...now, ...patch }),
        replace: how?.replace ?? false,
      } as never)
    },
    [navigate],
  )
  return useMemo(() => ({ ...search, panel, go }), [search, panel, go])
}
