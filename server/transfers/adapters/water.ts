import type { PrecheckAnswer, PrecheckVerdict } from './answer.ts'
import { readCodes } from './read-codes.ts'

/** Water: 0 or 0000 is success (read in running county systems). The failure codes are those of our simulator. */
export function readWater(answer: PrecheckAnswer): PrecheckVerdict {
  return readCodes(
    {
      success: ['0', '0000'],
      blocked: { '1001': 'account_not_found', '1002': 'arrears', '1003': 'restricted', '1004': 'no_route' },
    },
    answer,
  )
}
