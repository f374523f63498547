import { useSyncExternalStore } from 'react'

type Toast = { id: number; text: string }

let shown: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

/** Says a short sentence for four seconds, to the eye and to readers. */
export function say(text: string): void {
  const toast = { id: ++last, text }
  set([...shown, toast])
  setTimeout(() => set(shown.filter((one) => one !== toast)), 4000)
}

/** Where the sentences appear; stands once in the frame. */
export function Toasts() {
  const toasts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  )
}

function set(next: readonly Toast[]): void {
  shown = next
  for (const listener of listeners) listener()
}
