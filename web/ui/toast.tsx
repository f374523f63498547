import { useEffect, useState, useSyncExternalStore } from 'react'

type Act = { label: string; seconds: number; run: () => Promise<unknown> }
type Toast = { id: number; text: string; act?: Act }

let shown: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

/** Says a short sentence for four seconds, to the eye and to readers. */
export function say(text: string): void {
  show({ id: ++last, text }, 4000)
}

/** Says a sentence and offers an act for so many seconds, counted down: by a press, or by the key u. */
export function offer(text: string, act: Act): void {
  show({ id: ++last, text, act }, act.seconds * 1000)
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
  const open = toasts.findLast(({ act }) => act)
  return (
    <>
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      {open?.act && <Offer key={open.id} toast={open} act={open.act} />}
    </>
  )
}

/** Stands beside the sentence and outside the region that is read out, or every second would be. */
function Offer({ toast, act }: { toast: Toast; act: Act }) {
  const [left, setLeft] = useState(act.seconds)
  const run = () => (set(shown.filter((one) => one !== toast)), void act.run())
  useEffect(() => {
    const ticking = setInterval(() => setLeft((now) => Math.max(now - 1, 0)), 1000)
    const press = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (event.key === 'u' && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey) run()
    }
    addEventListener('keydown', press)
    return () => {
      clearInterval(ticking)
      removeEventListener('keydown', press)
    }
  })
  return (
    <div className="toast-offer">
      <button type="button" aria-keyshortcuts="u" onClick={run}>
        {act.label} <kbd>U</kbd>
        <span aria-hidden="true" className="number">
          {left}
        </span>
      </button>
    </div>
  )
}

function show(toast: Toast, ms: number): void {
  set([...shown, toast])
  setTimeout(() => set(shown.filter((one) => one !== toast)), ms)
}

function set(next: readonly Toast[]): void {
  shown = next
  for (const listener of listeners) listener()
}
