import { useMemo } from 'react'
import { parseList, useAddress } from '../shell/address.ts'
import { isStaff } from '../shell/roles.ts'
import { useSession } from '../shell/session.ts'
import { areaInput, parseArea, writeArea, type AreaChoice, type AreaInput } from './area-text.ts'

/** Collections that can be asked for, and which of the stage, card and kind filters fit each. */
const filtered: Record<string, readonly ('stage' | 'card' | 'kind')[]> = {
  projects: ['stage', 'card', 'kind'],
  sites: ['stage', 'card'],
  networks: [],
  roads: [],
  buildings: [],
  detections: [],
  districts: [],
}
const forStaff = ['detections']

/** One collection asked in the area: a body of POST /api/areas/query. */
export type Body = { area: AreaInput; collections: string[]; filter?: string; from?: string; to?: string }

export type Question = {
  area: AreaChoice | undefined
  from: string | undefined
  to: string | undefined
  collections: string[]
  /** CQL2 text of an expert */
  text: string
  stages: string[]
  cards: string[]
  kinds: string[]
}

/** What is asked, as the address says it, so that a link asks the same again. */
export function useQuestion() {
  const { area, from, to, in: collections, where, stage, card, kind, go } = useAddress()
  return useMemo(() => {
    const question: Question = {
      area: parseArea(area),
      from,
      to,
      collections: parseList(collections) ?? ['projects'],
      text: where ?? '',
      stages: parseList(stage) ?? [],
      cards: parseList(card) ?? [],
      kinds: parseList(kind) ?? [],
    }
    return {
      question,
      /** asks a whole question at once */
      open: (next: Partial<Pick<Question, 'area' | 'from' | 'to' | 'collections' | 'text'>>) =>
        go({
          area: next.area && writeArea(next.area),
          from: next.from,
          to: next.to,
          in: next.collections?.join(','),
          where: next.text || undefined,
          stage: 'all',
          card: undefined,
          kind: undefined,
        }),
      setArea: (next: AreaChoice | undefined) => go({ area: next && writeArea(next), sel: undefined }),
      setPeriod: (next: { from?: string | undefined; to?: string | undefined }) => go(next, { replace: true }),
      setText: (next: string) => go({ where: next.trim() || undefined }, { replace: true }),
      setCollections: (next: string[]) => go({ in: next.join(',') || undefined }, { replace: true }),
      setFilter: (name: 'stage' | 'card' | 'kind', next: string[]) =>
        go({ [name]: next.join(',') || (name === 'stage' ? 'all' : undefined) }, { replace: true }),
    }
  }, [area, from, to, collections, where, stage, card, kind, go])
}

/** What this person may ask for. */
export function useCollections(): string[] {
  const { session } = useSession()
  return Object.keys(filtered).filter((name) => !forStaff.includes(name) || isStaff(session.role))
}

/** The question put to one collection; undefined while there is no area. Filters that a collection has no field for are left out. */
export function bodyOf(question: Question, collection: string): Body | undefined {
  const { area, from, to, text, stages, cards, kinds } = question
  if (!area) return undefined
  const chosen = { stage: stages, card: cards, kind: kinds }
  const parts = (filtered[collection] ?? []).flatMap((name) =>
    chosen[name].length > 0 ? [`${name} in (${chosen[name].map(quoted).join(', ')})`] : [],
  )
  const filter = [...(text ? [`(${text})`] : []), ...parts].join(' and ')
  return {
    area: areaInput(area),
    collections: [collection],
    ...(filter ? { filter } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`
