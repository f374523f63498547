import type { AccountBook } from './account-book.ts'
import { dialects } from './dialects.ts'
import type { SimulatedKind } from './kinds.ts'

const asked = new Set(['account_no', 'unit_code', 'check'])

/**
 * The answer to a precheck, in the utility's own dialect, or null for a question that is not one. A question that carries more than account, unit
 * and check is refused: before the register entry no utility may learn who buys (PIPL art. 6).
 */
export function precheckAnswer(
  kind: SimulatedKind,
  unit_code: string | undefined,
  book: AccountBook,
  question: unknown,
): Record<string, unknown> | null {
  if (typeof question !== 'object' || question === null) return null
  const { account_no, unit_code: asked_unit, check } = question as Record<string, unknown>
  if (Object.keys(question).some((name) => !asked.has(name))) return null
  if (typeof account_no !== 'string' || typeof asked_unit !== 'string' || !Array.isArray(check)) return null

  const words = dialects[kind]
  if (unit_code !== undefined && unit_code !== asked_unit) return { result: 0, ...words.wrong_unit }
  const look = book.look(account_no, check.includes('arrears'))
  const is_clear = look.finding === 'clear'
  const answer = {
    result: is_clear ? 1 : 0,
    ...words[look.finding],
    holder_name_masked: look.holder_name_masked,
    arrears_yuan: look.arrears_yuan,
  }
  // Seen in the field: gas says "success" and forbids by a flag; power counts money in text.
  if (kind === 'gas')
    return { ...answer, result: is_clear || look.is_restricted ? 1 : 0, limit_flag: look.is_restricted ? 1 : 0 }
  if (kind === 'power') return { ...answer, arrears_yuan: look.arrears_yuan.toFixed(2) }
  return answer
}
