import { field, invalid } from './problem.ts'

/** States asked for as `one,other`; 422 `code` names those there are when one is unknown. */
export function readStatuses(text: string, known: readonly string[], code: string): string[] {
  const asked = text.split(',').filter(Boolean)
  if (asked.every((one) => known.includes(one))) return asked
  throw invalid(code, [field('/status', 'http/invalid-value', '没有这样的状态', `one of ${known.join(', ')}`)])
}
