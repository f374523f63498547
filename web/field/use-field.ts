import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { listKept, readTaken, type Kept, type Taken } from './kept.ts'
import { sendWaiting, type Stopped } from './send.ts'

const watchers = new Set<() => void>()
/** Says that what lies on the device has changed. */
export function tell(): void {
  for (const watcher of watchers) watcher()
}

/** What was taken along and the visits on this device; undefined until they are read. `taken` null: nothing was taken along. */
export function useShelf(): { taken: Taken | null; kept: Kept[] } | undefined {
  const [shelf, setShelf] = useState<{ taken: Taken | null; kept: Kept[] }>()
  useEffect(() => {
    let isGone = false
    const read = async () => {
      const [taken, kept] = await Promise.all([readTaken(), listKept()])
      if (!isGone) setShelf({ taken: taken ?? null, kept })
    }
    watchers.add(read)
    void read()
    return () => {
      isGone = true
      watchers.delete(read)
    }
  }, [])
  return shelf
}

/** Whether the device says that it has a network. */
export const useIsOnline = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      for (const event of ['online', 'offline']) addEventListener(event, watcher)
      return () => {
        for (const event of ['online', 'offline']) removeEventListener(event, watcher)
      }
    },
    () => navigator.onLine,
  )

const again_ms = 30_000
/** Sends what waits whenever there is something and a network, and on asking; `stopped` says why not all went. */
export function useSending(waiting: number): { isSending: boolean; stopped: Stopped; send: () => void } {
  const isOnline = useIsOnline()
  const [isSending, setSending] = useState(false)
  const [stopped, setStopped] = useState<Stopped>()
  const send = useCallback(() => {
    setSending(true)
    void sendWaiting(tell)
      .then(setStopped)
      .finally(() => {
        setSending(false)
        tell()
      })
  }, [])
  useEffect(() => {
    if (isOnline && waiting > 0) queueMicrotask(send)
  }, [isOnline, waiting, send])
  // the device may think that it has a network where none gets through
  const isToTryAgain = isOnline && waiting > 0 && stopped === 'offline' && !isSending
  useEffect(() => {
    if (!isToTryAgain) return
    const wait = setTimeout(send, again_ms)
    return () => clearTimeout(wait)
  }, [isToTryAgain, send])
  return { isSending, stopped, send }
}

/** The business instant now, by the device's clock and how far that was off when the day was taken along. */
export const businessNow = ({ ahead_ms }: Taken, at = Date.now()): string => new Date(at + ahead_ms).toISOString()
