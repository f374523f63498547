import { z } from '@hono/zod-openapi'
import { cardValues, detectionCoverageValues, detectionStatusValues } from '../db/queries.gen.ts'
import { geometryInput } from '../geometry/geojson.ts'

export const sources = ['satellite', 'drone', 'citizen', 'patrol'] as const
const text = z.string().trim().min(1).max(2000)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
const record = z.record(z.string(), z.any())

/** A change polygon. When it was seen: an instant, or only its day in Asia/Shanghai. */
export const detectionInput = z
  .strictObject({
    geometry: geometryInput.openapi({ type: 'object', description: 'Polygon or MultiPolygon' }),
    crs: z.string().optional().openapi({ description: 'declared reference system; CGCS2000 lon,lat when left out' }),
    observed_at: z.iso.datetime({ offset: true }).optional(),
    observed_on: day.optional(),
    source: z.enum(sources),
    positional_error_m: z.number().min(0).max(1000).default(0),
    note: text.nullish(),
  })
  .refine(({ observed_at, observed_on }) => (observed_at === undefined) !== (observed_on === undefined), {
    path: ['observed_at'],
    message: 'give observed_at, or observed_on when only the day is known',
  })
export type DetectionInput = z.infer<typeof detectionInput>

export const detectionQuery = z.strictObject({
  bbox: z.string().optional().openapi({ description: 'west,south,east,north in degrees' }),
  status: z.string().optional().openapi({ description: 'statuses, separated by commas; repeats only when asked for' }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional(),
})
export type DetectionQuery = z.infer<typeof detectionQuery>
export const coverageQuery = z.strictObject({ from: day.optional(), to: day.optional() })

export const coverage = z.object({
  detected: z.number(),
  under_permit: z.number(),
  open: z.number(),
  partly_covered: z.number(),
  area_m2: z.number(),
  under_permit_m2: z.number(),
  share_under_permit: z.number().nullable().openapi({ description: 'null where nothing was detected' }),
  share_of_area: z.number().nullable(),
})

const summary = {
  id: z.string(),
  reference: z.string(),
  source: z.string(),
  observed_at: z.string().nullable(),
  observed_on: z.string(),
  positional_error_m: z.number(),
  status: z.enum(detectionStatusValues),
  coverage: z.enum(detectionCoverageValues).nullable(),
  share_covered: z.number().nullable(),
  duplicate_of_id: z.string().nullable(),
  area_m2: z.number().nullable(),
  version: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
}
export const detectionSummary = z.object({
  ...summary,
  case_reference: z.string().nullable(),
  due_on: z.string().nullable(),
  due_for: z.string().nullable(),
  card: z.enum(cardValues),
  centre: z.any(),
  repeats: z.number(),
})
export const detection = z.object({
  ...summary,
  note: z.string().nullable(),
  geometry: z.any(),
  excess: z.any().nullable(),
  excess_m2: z.number().nullable(),
  match: record.nullable().openapi({ description: 'grounds with share and dates, thresholds, explanation_zh and _en' }),
  case: record.nullable(),
  responsible_zh: z.string().nullable(),
  responsible_en: z.string().nullable(),
  duplicate_of_reference: z.string().nullable(),
  duplicate_overlap: z.number().nullable(),
  repeats: z.array(record),
  verifications: z.array(record),
  files: z.array(record),
  clocks: z.array(record),
  history: z.array(record),
  actions: z.array(record),
})

export const noteInput = z.strictObject({ note: text.nullish() })
export const reasonInput = z.strictObject({ reason: text })
export const retrospectiveInput = z.strictObject({ reason: text, project_reference: text })
export const decisionInput = z.strictObject({
  reason: text,
  decision_reference: text,
  penalty_yuan: z.number().min(0).max(1e9),
})
export const verificationInput = z.strictObject({
  note: text,
  position: z
    .strictObject({
      lon: z.number().min(-180).max(180),
      lat: z.number().min(-90).max(90),
      accuracy_m: z.number().min(0).max(100_000).nullish(),
    })
    .nullish(),
  attachments: z.array(z.string()).max(20).default([]),
})
export type VerificationInput = z.infer<typeof verificationInput>
