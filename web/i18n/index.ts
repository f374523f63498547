import { useSyncExternalStore } from 'react'

export type Language = 'zh-CN' | 'en'
type Tree = { [key: string]: string | Tree }

// The catalogues keep i18next's JSON format (nested keys, {{name}}, _one/_other), so that translators' tools read them.
// i18next itself is 16 kB of the 420 kB that the first page may weigh; what we use of it is below.
const catalogues: Record<Language, () => Promise<{ default: Tree }>> = {
  'zh-CN': () => import('./zh-CN.json', { with: { type: 'json' } }),
  en: () => import('./en.json', { with: { type: 'json' } }),
}

let language: Language = 'zh-CN'
let tree: Tree = {}
let plural = new Intl.PluralRules(language)
const listeners = new Set<() => void>()

/** Switches every text on the page; the catalogue of a language is fetched the first time it is asked for. */
export async function speak(next: Language): Promise<void> {
  tree = (await catalogues[next]()).default
  language = next
  plural = new Intl.PluralRules(next)
  document.documentElement.lang = next
  document.title = t('app.title')
  for (const listener of listeners) listener()
}

/** The words for a key; a key without words answers itself, so that a gap is seen and never hides a fact. */
export function t(key: string, values: Record<string, unknown> = {}): string {
  return find(key, values) ?? key
}

/** The words for a key that may have none: the otherwise stands in. For what rooms keep adding, like types of events. */
export function words(key: string, otherwise: string): string {
  return find(key, {}) ?? otherwise
}

/** The words for a code of the server (`permits/wrong-state`); its own sentence stands in where we have none. */
export function wordsFor(
  code: string | undefined,
  otherwise?: string | null,
  values: Record<string, unknown> = {},
): string {
  return (code && find(`code.${code}`, values)) || otherwise || code || t('code.unknown')
}

/** `t` for a component: it draws again when the language changes. */
export function useT(): typeof t {
  useLanguage()
  return t
}

/** The language of the page, as state. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => language)
}

/** Of a row that carries two names, the one of the page's language; the other stands in when it is missing. */
export function pick(language: Language, zh: string | null | undefined, en: string | null | undefined): string {
  return (language === 'en' ? en || zh : zh || en) ?? ''
}

function find(key: string, values: Record<string, unknown>): string | undefined {
  const form = typeof values.count === 'number' ? look(`${key}_${plural.select(values.count)}`) : undefined
  const text = form ?? look(key) ?? look(`${key}_other`)
  return text?.replace(/{{(\w+)}}/g, (_all, name: string) => String(values[name] ?? ''))
}

function look(key: string): string | undefined {
  let at: string | Tree | undefined = tree
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined
  return typeof at === 'string' ? at : undefined
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
