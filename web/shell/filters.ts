import { useMemo } from 'react'
import { stages as allStages } from '../map/palette.ts'
import { parseList, useAddress } from './address.ts'
import { roles, type RoleView } from './roles.ts'
import { useSession } from './session.ts'

export type Filters = {
  stages: string[]
  cards: string[]
  kinds: string[]
  layers: string[]
  toggle: (what: 'stage' | 'card' | 'kind' | 'layers', value: string) => void
  reset: () => void
}

/** What the map and the lists are filtered by: the address's word, else the role's start. */
export function useFilters(): Filters {
  const { stage, card, kind, layers, go } = useAddress()
  const view = useRoleView()
  return useMemo(() => {
    const now = {
      stage: parseList(stage) ?? view.stages,
      card: parseList(card) ?? [],
      kind: parseList(kind) ?? [],
      layers: parseList(layers) ?? view.layers,
    }
    return {
      stages: now.stage,
      cards: now.card,
      kinds: now.kind,
      layers: now.layers,
      toggle: (what, value) =>
        go({ [what]: toggled(now[what], value, what === 'stage' ? allStages : []) }, { replace: true }),
      reset: () => go({ stage: 'all', card: undefined, kind: undefined }, { replace: true }),
    }
  }, [stage, card, kind, layers, view, go])
}

/** What this role starts with. */
export function useRoleView(): RoleView {
  const { session } = useSession()
  return roles[session.role] ?? roles.public
}

/** The list with one value put in or taken out, as the address writes it; a filter that lets everything or nothing through is `all`. */
export function toggled(now: readonly string[], value: string, all: readonly string[]): string {
  const from = now.length === 0 ? all : now
  const next = from.includes(value) ? from.filter((one) => one !== value) : [...from, value]
  if (next.length === 0 || (all.length > 0 && next.length === all.length)) return 'all'
  return (all.length > 0 ? all.filter((one) => next.includes(one)) : next).join(',')
}
