import { z } from '@hono/zod-openapi'
import { cardValues, rectificationStatusValues } from '../db/queries.gen.ts'

const text = z.string().trim().min(1).max(2000)

export const rectificationSummary = z.object({
  id: z.string(),
  reference: z.string(),
  project_id: z.string(),
  project_reference: z.string(),
  project_name: z.string(),
  project_name_en: z.string().nullable(),
  site_id: z.string().nullable(),
  inspection_id: z.string(),
  status: z.enum(rectificationStatusValues),
  severity: z.enum(['low', 'high']),
  items: z.array(z.record(z.string(), z.any())),
  issued_at: z.string(),
  due_on: z.string(),
  provisional: z.boolean().nullable(),
  card: z.enum(cardValues),
  clock_state: z.string().nullable(),
  basis_zh: z.string().nullable(),
  basis_en: z.string().nullable(),
  acknowledged_at: z.string().nullable(),
  evidence_note: z.string().nullable(),
  evidence_at: z.string().nullable(),
  cleared_at: z.string().nullable(),
  cleared_by_inspection_id: z.string().nullable(),
  version: z.number(),
  updated_at: z.string(),
})
export const rectification = rectificationSummary.extend({
  evidence: z.array(z.record(z.string(), z.any())),
  actions: z.array(z.record(z.string(), z.any())),
})

export const rectificationQuery = z.strictObject({
  project_id: z.string().optional(),
  mine: z.enum(['true', 'false']).optional(),
  open: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const noInput = z.strictObject({})
export const evidenceInput = z.strictObject({ note: text, attachments: z.array(z.string()).max(20).default([]) })
export const reasonInput = z.strictObject({ reason: text })
