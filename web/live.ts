import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** One change as the server tells it: ids only, never content; whoever shows that id reads it again. */
export type Change = { ids: string[]; kinds: string[] }

const listeners = new Set<(change: Change) => void>()
const watchers = new Set<() => void>()
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
  const take = (event: MessageEvent<string>) => {
    const change = readChange(event.data)
    if (!change) return
    void client.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, change) })
    for (const listener of listeners) listener(change)
  }
  stream.addEventListener('message', take)
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

/** `{ids}`, `{id}` or an array of ids; undefined for a heartbeat or anything we do not know. */
export function readChange(text: string): Change | undefined {
  try {
    const data: unknown = JSON.parse(text)
    if (Array.isArray(data)) return { ids: data.map(String), kinds: [] }
    if (typeof data !== 'object' || data === null) return undefined
    const { ids, id, project_id, subject_kind } = data as Record<string, unknown>
    const named = [...(Array.isArray(ids) ? ids : []), id, project_id].filter(
      (one): one is string => typeof one === 'string',
    )
    if (named.length === 0) return undefined
    return { ids: named, kinds: typeof subject_kind === 'string' ? [subject_kind] : [] }
  } catch {
    return undefined
  }
}

function setOpen(next: boolean): void {
  if (isOpen === next) return
  isOpen = next
  for (const watcher of watchers) watcher()
}
