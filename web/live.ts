import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** One change as the server tells it: ids only, never content; whoever shows that id reads it again. */
export type Change = { ids: string[] }

const listeners = new Set<(change: Change) => void>()
const watchers = new Set<() => void>()
// one act makes several events; they are read again once
const together_ms = 20
let gathered: Change | undefined
let isReading = false
let isOpen = false
let stream: EventSource | undefined

/**
 * Opens the one stream of changes and, for each, marks every query as stale whose key names a changed id or lists its kind.
 * The browser reconnects by itself; after a gap everything shown is read again. Answers how to close it.
 */
export function listen(client: QueryClient): () => void {
  let wasOpen = false
  stream?.close()
  stream = new EventSource('/api/live')
  stream.addEventListener('open', () => {
    if (wasOpen) void client.invalidateQueries()
    wasOpen = true
    setOpen(true)
  })
  stream.addEventListener('error', () => setOpen(false))
  // What changes while it is being read again is read once more afterwards: breaking off a reading that is under way would, in a
  // busy district, never let one end. The words come first, then the map.
  const readAgain = async () => {
    isReading = true
    for (let change = taken(); change; change = taken()) {
      const { ids } = change
      await client.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, { ids }) })
      for (const listener of listeners) listener(change)
    }
    isReading = false
  }
  const take = (event: MessageEvent<string>) => {
    const change = readChange(event.data)
    if (!change) return
    if (!gathered && !isReading) setTimeout(() => void readAgain(), together_ms)
    gathered = { ids: [...(gathered?.ids ?? []), ...change.ids] }
  }
  stream.addEventListener('change', take)
  return () => {
    stream?.close()
    stream = undefined
    setOpen(false)
  }
}

/** Calls back on every change, for what is not a query: the map's tiles. Answers how to stop. */
export function onChange(listener: (change: Change) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether changes are arriving, as state. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => isOpen,
  )
}

/** Lists carry the word `list` in their key and are always read again; a single subject only when its id was named. */
export function isTouched(queryKey: readonly unknown[], { ids }: Change): boolean {
  return queryKey.includes('list') || ids.some((id) => queryKey.includes(id))
}

function taken(): Change | undefined {
  const change = gathered
  gathered = undefined
  return change
}

/** The ids of `{ids: [...]}`; undefined for a heartbeat or anything we do not know. */
export function readChange(text: string): Change | undefined {
  try {
    const { ids } = JSON.parse(text) as { ids?: unknown }
    const named = Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : []
    return named.length > 0 ? { ids: named } : undefined
  } catch {
    return undefined
  }
}

function setOpen(next: boolean): void {
  if (isOpen === next) return
  isOpen = next
  for (const watcher of watchers) watcher()
}
