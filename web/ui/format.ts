import type { Language } from '../i18n/index.ts'

const zone = 'Asia/Shanghai'
const made = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-23` → 11月23日 周一 / 23 Nov Mon; the year only when it is not this one's. */
export function dayWords(day: string, language: Language, thisYear = day.slice(0, 4)): string {
  const year = day.slice(0, 4) === thisYear ? {} : { year: 'numeric' as const }
  const date = new Date(`${day}T00:00:00Z`)
  const month = language === 'en' ? 'short' : 'long'
  const weekday = format(language, { weekday: 'short', timeZone: 'UTC' }, date)
  return `${format(language, { month, day: 'numeric', timeZone: 'UTC', ...year }, date)} ${weekday}`
}

/** A day as the office writes it, the same in both languages; of an instant, its day in Shanghai. */
export function day(text: string | null | undefined): string {
  if (!text) return '—'
  return text.length === 10 ? text : (instant(text, 'zh-CN').split(' ')[0] ?? '').replaceAll('/', '-')
}

/** An instant on the clock of Shanghai, to the minute. */
export function instant(text: string | null | undefined, language: Language): string {
  if (!text) return '—'
  return format(
    language,
    {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
      timeZone: zone,
    },
    new Date(text),
  )
}

/** The time of an instant on the clock of Shanghai, 09:05 in both languages. */
export const timeOfDay = (text: string): string =>
  format('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }, new Date(text))

/** Calendar days from one day to another; negative when it lies behind. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** A length as people read it: 12.4 m, 1.83 km. */
export function metres(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—'
  return value < 1000 ? `${trim(value, value < 10 ? 2 : 1)} m` : `${trim(value / 1000, 2)} km`
}

/** An area as people read it: 86.4 m², 1.2 ha beyond ten thousand. */
export function squareMetres(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—'
  return value < 10_000 ? `${trim(value, value < 100 ? 1 : 0)} m²` : `${trim(value / 10_000, 2)} ha`
}

/** A size in bytes: 14 kB, 2.3 MB. */
export function bytes(value: number): string {
  if (value < 1000) return `${value} B`
  return value < 1e6 ? `${trim(value / 1e3, 0)} kB` : `${trim(value / 1e6, 1)} MB`
}

export function count(value: number, language: Language): string {
  return value.toLocaleString(language)
}

function trim(value: number, digits: number): string {
  return Number(value.toFixed(digits)).toLocaleString('en')
}

function format(language: Language, options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = language + JSON.stringify(options)
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', options)
  made.set(key, formatter)
  return formatter.format(date)
}
