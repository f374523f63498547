import { useSyncExternalStore } from 'react'
import type { DigMap } from './map.ts'

let held: DigMap | undefined
const listeners = new Set<() => void>()

/** The page has one map; panels reach it here. */
export function holdMap(map: DigMap | undefined): void {
  held = map
  for (const listener of listeners) listener()
}

/** The map, once it stands; undefined before. */
export function useMap(): DigMap | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => held,
  )
}
