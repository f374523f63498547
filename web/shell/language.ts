import { useEffect } from 'react'
import { speak, useLanguage, type Language } from '../i18n/index.ts'
import { useAddress } from './address.ts'

/** The language to start with: the address's, else the remembered one, else the browser's (Chinese for any zh, English for the rest). */
export function firstLanguage(wanted: Language | undefined): Language {
  if (wanted) return wanted
  const kept = remembered()
  if (kept) return kept
  return navigator.languages.some((language) => language.startsWith('zh')) || navigator.languages.length === 0
    ? 'zh-CN'
    : 'en'
}

/** Follows the address (a shared link, the back button) and gives the way to switch. */
export function useLanguageSwitch(): { language: Language; choose: (language: Language) => void } {
  const { lang, go } = useAddress()
  const language = useLanguage()
  useEffect(() => {
    if (lang && lang !== language) void speak(lang)
  }, [lang, language])
  const choose = (next: Language) => {
    remember(next)
    go({ lang: next }, { replace: true })
    void speak(next)
  }
  return { language, choose }
}

function remembered(): Language | undefined {
  try {
    const kept = localStorage.getItem('language')
    return kept === 'zh-CN' || kept === 'en' ? kept : undefined
  } catch {
    return undefined
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem('language', language)
  } catch {
    // storage may be forbidden; the address still carries the choice
  }
}
