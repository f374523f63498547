import type { BlockReason, PrecheckAnswer, PrecheckVerdict } from './answer.ts'

export interface Codes {
  success: readonly string[]
  blocked: Readonly<Record<string, BlockReason>>
}

/**
 * Maps one utility's codes to our words. A debt in the answer blocks whatever the code says; "success" with result 0, and a code we do not know, are unclear.
 */
export function readCodes(codes: Codes, answer: PrecheckAnswer): PrecheckVerdict {
  const { code } = answer
  const detail = answer.detail ?? null
  const arrears_yuan = answer.arrears_yuan ?? null
  const reason = codes.blocked[code] ?? (arrears_yuan ? 'arrears' : undefined)
  if (reason) return { verdict: 'blocked', reason, detail, arrears_yuan: reason === 'arrears' ? arrears_yuan : null }
  if (!codes.success.includes(code) || answer.result === 0) return { verdict: 'unclear', code, detail }
  return { verdict: 'passed', holder_name_masked: maskAgain(answer.holder_name_masked ?? null) }
}

/** A utility that forgot to mask must not make us keep a name: only the first letter stays. */
function maskAgain(name: string | null): string | null {
  const letters = [...(name ?? '').trim()]
  return letters[0] === undefined ? null : letters[0] + '*'.repeat(Math.max(letters.length - 1, 1))
}
