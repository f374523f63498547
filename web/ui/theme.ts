import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const listeners = new Set<() => void>()
const system = matchMedia('(prefers-color-scheme: dark)')
let chosen = remembered()

/** Puts the remembered theme on the page; called once, before the first drawing. */
export function applyTheme(): void {
  document.documentElement.dataset.theme = currentTheme()
  for (const listener of listeners) listener()
}

/** Chooses a theme and remembers it on this device; it is a habit of the person, not a state worth a bookmark. */
export function chooseTheme(theme: Theme): void {
  chosen = theme
  try {
    localStorage.setItem('theme', theme)
  } catch {
    // storage may be forbidden; the choice then lasts as long as the page
  }
  applyTheme()
}

/** The theme as state: the chosen one, else the system's. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme)
}

function currentTheme(): Theme {
  return chosen ?? (system.matches ? 'dark' : 'light')
}

function remembered(): Theme | undefined {
  try {
    const theme = localStorage.getItem('theme')
    return theme === 'light' || theme === 'dark' ? theme : undefined
  } catch {
    return undefined
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  system.addEventListener('change', applyTheme)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) system.removeEventListener('change', applyTheme)
  }
}
