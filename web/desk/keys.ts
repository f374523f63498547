import { useEffect } from 'react'

/**
 * j and k, or the arrows, walk the rows of the left panel; x ticks the one that has the focus (Enter opens it, as every button). Nothing is taken
 * from who writes in a field, nor from a dialog.
 */
export function useRowKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
      const step = steps[event.key]
      if (step !== undefined && walk(step)) event.preventDefault()
      if (event.key !== 'x') return
      const tick = focusedRow()?.closest('li')?.querySelector<HTMLInputElement>('input[type=checkbox]')
      if (!tick) return
      event.preventDefault()
      tick.click()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

const steps: Record<string, 1 | -1> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }
const rowsOfPanel = () => [...document.querySelectorAll<HTMLElement>('.panel.left .rows .row')]
const focusedRow = () =>
  rowsOfPanel().find((row) => row === document.activeElement || row.closest('li')?.contains(document.activeElement))

function walk(step: 1 | -1): boolean {
  const rows = rowsOfPanel()
  const at = rows.indexOf(focusedRow() as HTMLElement)
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || document.querySelector('dialog[open]')) return true
  if (target.matches('textarea, select, input:not([type=checkbox])')) return true
  // the arrows belong to the map and to tabs while the focus is there
  return key.startsWith('Arrow') && target.closest('canvas, [role=tablist], .map, details.who') !== null
}
