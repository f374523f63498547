import { z } from '@hono/zod-openapi'
import { documentKindValues } from '../db/queries.gen.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi({ example: '2026-11-23' })

export const documentId = z.object({
  id: z.string().openapi({ example: 'doc_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})
export const saveQuery = z.strictObject({ save: z.enum(['true', 'false']).default('false') })

export const issuedDocument = z.object({
  id: z.string(),
  project_id: z.string(),
  permit_id: z.string().nullable(),
  kind: z.enum(documentKindValues),
  title: z.string(),
  number: z.string(),
  version: z.number(),
  /** `due` until it is printed: a second or two after the move. */
  state: z.enum(['due', 'made']),
  is_replaced: z.boolean(),
  reissue_reason: z.string().nullable(),
  issued_at: z.string(),
  made_at: z.string().nullable(),
  attachment_id: z.string().nullable(),
  name: z.string().nullable(),
  size_bytes: z.number().nullable(),
  sha256: z.string().nullable(),
})
export const documentList = z.object({
  documents: z.array(issuedDocument),
  /** Moves made before papers were produced here: POST produces them. */
  missing: z.number(),
  may_produce: z.boolean(),
})
export const reissueInput = z.strictObject({ reason: z.string().trim().min(1).max(500) })

export const verdicts = [
  'valid',
  'suspended',
  'not_yet',
  'expired',
  'ended',
  'emergency',
  'document',
  'replaced',
  'unknown',
] as const
export type Verdict = (typeof verdicts)[number]

export const check = z.object({
  verdict: z.enum(verdicts),
  checked_on: z.string(),
  /** Where to report what is wrong. */
  phone: z.string(),
  is_demo: z.boolean(),
  reference: z.string().nullable(),
  number: z.string().nullable(),
  status: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  ended_on: z.string().nullable(),
  project_name: z.string().nullable(),
  project_name_en: z.string().nullable(),
  street_name: z.string().nullable(),
  promoter_name: z.string().nullable(),
  contractor_name: z.string().nullable(),
  authority_zh: z.string().nullable(),
  authority_en: z.string().nullable(),
  /** Of a paper's own check: its bytes, and the day it was issued. */
  sha256: z.string().nullable(),
  issued_on: z.string().nullable(),
})
export type Check = z.infer<typeof check>

export const dailyQuery = z.strictObject({
  day: day.optional(),
  format: z.enum(['json', 'csv', 'pdf']).default('json'),
})

const counts = {
  started: z.number(),
  finished: z.number(),
  open: z.number(),
  over_time: z.number(),
  yellow_cards: z.number(),
  red_cards: z.number(),
  emergencies: z.number(),
  inspections: z.number(),
  detections_without_permit: z.number(),
}
export const dailyReport = z.object({
  day: z.string(),
  streets: z.array(
    z.object({
      admin_code: z.string().nullable(),
      street_zh: z.string().nullable(),
      street_en: z.string().nullable(),
      ...counts,
    }),
  ),
  total: z.object(counts),
})
