import { z } from '@hono/zod-openapi'
import { approvalStatusValues, cardValues } from '../db/queries.gen.ts'

export const approvalId = z.object({
  id: z.string().openapi({ example: 'apv_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})
const text = z.string().trim().min(1).max(2000)
const evidence = z.array(z.string()).max(20).optional()

export const askInput = z.strictObject({ stage: z.string().max(40) })
export const approveInput = z.strictObject({
  document_no: z.string().trim().min(1).max(120).openapi({ description: 'the number of the paper (文号)' }),
  evidence,
})
export const refuseInput = z.strictObject({ reason: text })
export const noBody = z.strictObject({})

const asked = {
  id: z.string(),
  status: z.enum(approvalStatusValues),
  authority_name_zh: z.string(),
  authority_name_en: z.string().nullable(),
  document_no: z.string().nullable(),
  reason: z.string().nullable(),
  asked_at: z.string(),
  answered_at: z.string().nullable(),
  due_on: z.string().nullable(),
  card: z.enum(cardValues).nullable(),
  version: z.number(),
}
export const approvalItem = z.object({
  item: z.string(),
  label_zh: z.string(),
  label_en: z.string(),
  promised: z.number().nullable().openapi({ description: 'working days that its authority promises' }),
  statutory: z.number().nullable().openapi({ description: 'working days that the law gives' }),
  basis_zh: z.string(),
  basis_en: z.string(),
  asked: z.object(asked).nullable().openapi({ description: 'null while nobody asked for it' }),
})
export const approvalStages = z.object({
  stages: z.array(
    z.object({
      code: z.string(),
      label_zh: z.string(),
      label_en: z.string(),
      before: z.string().openapi({ description: 'the move that waits for this stage' }),
      state: z.enum(['not_asked', 'running', 'complete']),
      items: z.array(approvalItem),
    }),
  ),
  promised: z
    .number()
    .nullable()
    .openapi({ description: 'working days over all stages; the time of the promoter does not count' }),
  basis_zh: z.string().nullable(),
  basis_en: z.string().nullable(),
})
