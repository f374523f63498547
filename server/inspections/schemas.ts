import { z } from '@hono/zod-openapi'
import { inspectionOutcomeValues } from '../db/queries.gen.ts'
import { geometryInput } from '../geometry/geojson.ts'

export const kinds = ['patrol', 'administrative'] as const
export const categories = [
  'live_site',
  'reinstatement',
  'acceptance',
  'guarantee_end',
  'dust_muck',
  'follow_up',
  'third_party',
  'sensor_triggered',
] as const
const instant = z.iso.datetime({ offset: true })
const text = z.string().trim().min(1).max(2000)

/** One visit. `site_id` or `project_id` says where; `follows_rectification_id` makes it a re-inspection. */
export const inspectionInput = z.strictObject({
  project_id: z.string().optional(),
  site_id: z.string().nullish(),
  kind: z.enum(kinds).default('patrol'),
  category: z.enum(categories).optional().openapi({ description: 'live_site, or follow_up for a re-inspection' }),
  outcome: z.enum(inspectionOutcomeValues),
  findings: z
    .array(z.strictObject({ code: z.string().max(60), note: text.nullish() }))
    .max(30)
    .default([]),
  note: text.nullish(),
  promoter_told: z.boolean().nullish(),
  made_safe: z.boolean().nullish(),
  position: z
    .strictObject({
      lon: z.number().min(-180).max(180),
      lat: z.number().min(-90).max(90),
      accuracy_m: z.number().min(0).max(100_000).nullish(),
    })
    .nullish(),
  attachments: z.array(z.string()).max(20).default([]),
  follows_rectification_id: z.string().nullish(),
  started_at: instant.nullish().openapi({ description: 'when the inspector was at the site, if it was noted' }),
  inspected_at: instant
    .nullish()
    .openapi({ description: 'when the visit was, if it is sent later; now when left out' }),
  sketch: geometryInput.nullish().openapi({ type: 'object', description: 'what was drawn on the spot, lon,lat' }),
  known_visits: z.number().int().min(0).nullish().openapi({
    description: 'how many visits of this dig the inspector has seen: 409 when a colleague made one since',
  }),
})
export type InspectionInput = z.infer<typeof inspectionInput>

export const inspectionSummary = z.object({
  id: z.string(),
  reference: z.string(),
  project_id: z.string(),
  site_id: z.string().nullable(),
  kind: z.string(),
  category: z.string(),
  outcome: z.enum(inspectionOutcomeValues),
  findings: z.array(z.record(z.string(), z.any())),
  note: z.string().nullable(),
  promoter_told: z.boolean().nullable(),
  made_safe: z.boolean().nullable(),
  position: z.any().nullable(),
  position_accuracy_m: z.number().nullable(),
  distance_m: z.number().nullable(),
  inspector_name: z.string(),
  started_at: z.string().nullable(),
  inspected_at: z.string(),
  sketch: z.any().nullable(),
  recorded_at: z.string(),
  withdrawn_at: z.string().nullable(),
  withdrawn_reason: z.string().nullable(),
  version: z.number(),
  rectification_id: z.string().nullable(),
  follows_rectification_id: z.string().nullable(),
})
export const inspection = inspectionSummary.extend({
  attachments: z.array(z.record(z.string(), z.any())),
  warnings: z.array(z.record(z.string(), z.any())),
  actions: z.array(z.record(z.string(), z.any())),
})

export const inspectionQuery = z.strictObject({
  project_id: z.string().optional(),
  mine: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const withdrawInput = z.strictObject({ reason: text })
