import type { PrecheckAnswer, PrecheckVerdict } from './answer.ts'
import { readCodes } from './read-codes.ts'

/** Gas: 1000 or 0000 is success, unless the limit flag forbids the transfer (read in running county systems). The failure codes are those of our simulator. */
export function readGas(answer: PrecheckAnswer): PrecheckVerdict {
  const codes = {
    success: ['1000', '0000'],
    blocked: { '2001': 'account_not_found', '2002': 'arrears', '2004': 'no_route' },
  } as const
  const verdict = readCodes(codes, answer)
  if (verdict.verdict === 'passed' && answer.limit_flag) {
    return { verdict: 'blocked', reason: 'restricted', detail: answer.detail ?? null, arrears_yuan: null }
  }
  return verdict
}
