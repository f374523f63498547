import { z } from '@hono/zod-openapi'
import { permitKindValues, permitStatusValues } from '../db/queries.gen.ts'

export const permitId = z.object({
  id: z.string().openapi({ example: 'per_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const text = z.string().trim().min(1).max(2000)
const items = z.array(text).min(1).max(50)
const evidence = z.array(z.string()).max(20).optional()

export const noInput = z.strictObject({ evidence, note: z.string().max(2000).optional() })
export const reasonInput = z.strictObject({ reason: text, evidence })
export const itemsInput = z.strictObject({ items, evidence })
export const grantInput = z.strictObject({
  conditions: z.array(text).max(50).optional(),
  valid_from: day.optional(),
  valid_to: day.optional(),
  evidence,
})

export const permit = z.object({
  id: z.string(),
  project_id: z.string(),
  reference: z.string(),
  kind: z.enum(permitKindValues),
  status: z.enum(permitStatusValues),
  submitted_at: z.string().nullable(),
  accepted_at: z.string().nullable(),
  decided_at: z.string().nullable(),
  delivered_at: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  conditions: z.array(z.string()),
  decision_reason: z.string().nullable(),
  supplement_items: z.array(z.string()).nullable(),
  is_retrospective: z.boolean(),
  moratorium_exception: z
    .array(z.record(z.string(), z.any()))
    .nullable()
    .openapi({ description: 'roads that may be opened inside their no-dig years, with the rule and the day' }),
  version: z.number(),
})
