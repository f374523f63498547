import type { PrecheckAnswer, PrecheckVerdict } from './answer.ts'
import { readCodes } from './read-codes.ts'

/** Power: 200 or 0000 is success (read in running county systems). The failure codes are those of our simulator. */
export function readPower(answer: PrecheckAnswer): PrecheckVerdict {
  return readCodes(
    {
      success: ['200', '0000'],
      blocked: {
        '402': 'arrears',
        '403': 'restricted',
        '404': 'account_not_found',
        '409': 'wrong_category',
        '421': 'no_route',
      },
    },
    answer,
  )
}
