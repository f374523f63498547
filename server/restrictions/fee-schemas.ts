import { z } from '@hono/zod-openapi'
import { permitFeeStatusValues } from '../db/queries.gen.ts'
import { action } from '../projects/schemas.ts'

const uuid = '0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c'
const text = z.string().trim().min(1).max(2000)
const evidence = z.array(z.string()).max(20).optional()

export const feeId = z.object({ id: z.string().openapi({ example: `fee_510116_${uuid}` }) })
export const assessInput = z.strictObject({})
export const settleInput = z.strictObject({ receipt: z.string().trim().min(1).max(200), evidence })
export const waiveInput = z.strictObject({ reason: text, basis: text, evidence })

/** Yuan, to the cent. */
export const fee = z.object({
  id: z.string(),
  permit_id: z.string(),
  permit_reference: z.string(),
  status: z.enum(permitFeeStatusValues),
  currency: z.literal('CNY'),
  restoration: z.number(),
  occupation: z.number(),
  total: z.number(),
  part: z
    .number()
    .openapi({ description: '1 is the first assessment; a change or a renewal after payment makes a further part' }),
  charged_before: z.number().openapi({ description: 'what earlier parts have charged; not in `total`' }),
  days: z.number(),
  area_m2: z.number(),
  lines: z.array(z.record(z.string(), z.any())).openapi({ description: 'road by road: area, surface, factor' }),
  restoration_basis_zh: z.string(),
  restoration_basis_en: z.string(),
  occupation_basis_zh: z.string(),
  occupation_basis_en: z.string(),
  is_demo: z.boolean(),
  receipt: z.string().nullable(),
  waiver_reason: z.string().nullable(),
  waiver_basis: z.string().nullable(),
  assessed_at: z.string(),
  closed_at: z.string().nullable(),
  version: z.number(),
})
export const feesOf = z.object({ fees: z.array(fee), actions: z.array(action) })
