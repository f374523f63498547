import type { Matter } from './matter.ts'

export type Filter = {
  cards: readonly string[]
  kinds: readonly string[]
  town: string | undefined
  clock: string | undefined
}
export type Group = { clock: string; days: { due_on: string; matters: Matter[] }[]; count: number }

/** The matters that pass: card and kind as on the map, town and clock besides. */
export const passing = (matters: readonly Matter[], { cards, kinds, town, clock }: Filter): Matter[] =>
  matters.filter(
    (matter) =>
      (cards.length === 0 || cards.includes(matter.card)) &&
      (kinds.length === 0 || (matter.project_kind !== null && kinds.includes(matter.project_kind))) &&
      (!town || matter.town?.code === town) &&
      (!clock || matter.why === clock),
  )

/** By clock, the one with the most urgent matter first; within a clock by its last day. */
export function groupsOf(matters: readonly Matter[]): Group[] {
  const clocks = [...new Set(matters.map(({ why }) => why))]
  return clocks.map((clock) => {
    const own = matters.filter(({ why }) => why === clock)
    const days = [...new Set(own.map(({ due_on }) => due_on))].sort()
    return {
      clock,
      count: own.length,
      days: days.map((due_on) => ({ due_on, matters: own.filter((matter) => matter.due_on === due_on) })),
    }
  })
}

/** How the day stands: over, due today, and by card. */
export function countsOf(matters: readonly Matter[], today: string) {
  const count = (is: (matter: Matter) => boolean) => matters.filter(is).length
  return {
    over: count(({ due_on }) => today !== '' && due_on < today),
    today: count(({ due_on }) => due_on === today),
    yellow: count(({ card }) => card === 'yellow'),
    red: count(({ card }) => card === 'red'),
  }
}

/** The towns of these matters, by code. */
export function townsOf(matters: readonly Matter[]): NonNullable<Matter['town']>[] {
  const towns = new Map(matters.flatMap(({ town }) => (town ? [[town.code, town] as const] : [])))
  return [...towns.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The smallest box around the places of matters; undefined when none has one. */
export function boxAround(matters: readonly Matter[]): [number, number, number, number] | undefined {
  const centers = matters.flatMap(({ center }) => (center ? [center] : []))
  if (centers.length === 0) return undefined
  const [lngs, lats] = [centers.map(([lng]) => lng), centers.map(([, lat]) => lat)]
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}
