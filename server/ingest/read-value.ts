import { shanghaiDay } from '../clocks/working-days.ts'
import type { TargetField } from './target-field.ts'

export type Value = string | number | null
export type ReadValue =
  { value: Value } | { code: 'row-required' | 'row-bad-number' | 'row-bad-date' | 'row-bad-value' }

/** A column's value as one of our fields: trimmed, a real day, a number in its range, one of the words. Says by code what is wrong. */
export function readValue(field: TargetField, given: unknown): ReadValue {
  const text = given === null || given === undefined ? '' : String(given).normalize('NFC').trim()
  if (text === '') {
    if (field.fallback !== undefined) return { value: field.fallback }
    return field.required ? { code: 'row-required' } : { value: null }
  }
  if (field.type === 'number' || field.type === 'integer') return readNumber(field, text)
  if (field.type === 'date') return readDay(text)
  if (field.type === 'enum') return readWord(field, text)
  if (text.length > (field.longest ?? 4000) || (field.pattern && !field.pattern.test(text)))
    return { code: 'row-bad-value' }
  return { value: text }
}

function readNumber({ type, least, most }: TargetField, text: string): ReadValue {
  const number = Number(text.replaceAll(/[,，\s]/g, '').replace(/(mm|cm|m|km|kv|mpa|米|毫米)$/i, ''))
  const isFit =
    Number.isFinite(number) &&
    number >= (least ?? -Infinity) &&
    number <= (most ?? Infinity) &&
    (type !== 'integer' || Number.isInteger(number))
  return isFit ? { value: number } : { code: 'row-bad-number' }
}

const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/

/** A day as files write it (2026-03-02, 2026/3/2, 20260302, 2026年3月2日), or the Shanghai day of an instant. */
function readDay(text: string): ReadValue {
  const match = written.exec(text) ?? compact.exec(text)
  if (!match) {
    const instant = /^\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}/.test(text) ? dayOfInstant(text) : null
    return instant ? { value: instant } : { code: 'row-bad-date' }
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2200
  return isReal ? { value: date.toISOString().slice(0, 10) } : { code: 'row-bad-date' }
}

/** An instant without an offset is Shanghai's wall clock already. */
function dayOfInstant(text: string): string | null {
  if (!/(Z|[+-]\d{2}:?\d{0,2})$/.test(text.slice(10))) return readPlain(text.slice(0, 10).replaceAll('/', '-'))
  const instant = new Date(text.replaceAll('/', '-').replace(/([+-]\d{2})$/, '$1:00'))
  return Number.isNaN(instant.getTime()) ? null : shanghaiDay(instant)
}

function readPlain(day: string): string | null {
  const read = readDay(day)
  return 'value' in read ? (read.value as string) : null
}

function readWord({ values = [], otherwise }: TargetField, text: string): ReadValue {
  const word = text.toLowerCase()
  const found = values.find(
    ({ value, title_zh, title_en, words }) =>
      value === word || title_zh === text || title_en.toLowerCase() === word || words?.includes(word),
  )
  if (found) return { value: found.value }
  return otherwise === undefined ? { code: 'row-bad-value' } : { value: otherwise }
}
