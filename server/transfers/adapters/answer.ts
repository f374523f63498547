import { z } from 'zod'

/** What every utility's answer to a precheck has in common. The words in it are its own. */
export const precheckAnswer = z.object({
  result: z.coerce.number().optional(),
  code: z.coerce.string(),
  detail: z.string().max(500).optional(),
  holder_name_masked: z.string().max(100).nullish(),
  arrears_yuan: z.coerce.number().min(0).nullish(),
  /** Gas only, seen in the field: 1 forbids the transfer although the code says success. */
  limit_flag: z.coerce.number().nullish(),
})
export type PrecheckAnswer = z.infer<typeof precheckAnswer>

export type BlockReason = 'arrears' | 'account_not_found' | 'restricted' | 'wrong_category' | 'no_route'

export type PrecheckVerdict =
  | { verdict: 'passed'; holder_name_masked: string | null }
  | { verdict: 'blocked'; reason: BlockReason; detail: string | null; arrears_yuan: number | null }
  /** The utility answered what we cannot read: a person looks at it, nobody is blocked by a guess. */
  | { verdict: 'unclear'; code: string; detail: string | null }
