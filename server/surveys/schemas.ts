import { z } from '@hono/zod-openapi'
import { geometryLifeValues, overdigCaseStatusValues } from '../db/queries.gen.ts'
import { geometryInput } from '../geometry/geojson.ts'
import { action } from '../projects/schemas.ts'
import { outcomes } from './overdig-states.ts'

const uuid = '0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c'
export const siteId = z.object({ id: z.string().openapi({ example: `sit_510116_${uuid}` }) })
export const caseId = z.object({ id: z.string().openapi({ example: `odc_510116_${uuid}` }) })

/** What the surveyor measured, before backfill. A line needs `width_m`, a point `radius_m`. */
export const surveyInput = z.strictObject({
  geometry: geometryInput.openapi({ type: 'object' }),
  crs: z.string().optional().openapi({ description: 'of the geometry; CGCS2000 lon,lat when left out' }),
  width_m: z.number().positive().max(500).nullish(),
  radius_m: z.number().positive().max(797).nullish(),
  depth_m: z.number().positive().max(100),
  length_m: z.number().positive().max(10_000).nullish(),
  surveyed_at: z.iso.datetime({ offset: true }).optional().openapi({ description: 'now when left out' }),
  evidence: z.array(z.string()).min(1).max(20).openapi({ description: 'att_…: the survey file' }),
})
export type SurveyInput = z.infer<typeof surveyInput>

export const settleInput = z.strictObject({
  outcome: z.enum(outcomes),
  reason: z.string().trim().min(1).max(2000),
  evidence: z.array(z.string()).max(20).optional(),
})
export type SettleInput = z.infer<typeof settleInput>

const geojson = z.object({ type: z.string(), coordinates: z.array(z.any()) }).openapi({ type: 'object' })
const version = z.object({
  id: z.string(),
  life: z.enum(geometryLifeValues),
  is_current: z.boolean(),
  site_id: z.string().nullable(),
  site_number: z.number().nullable(),
  source: z.string(),
  valid_from: z.string(),
  valid_to: z.string().nullable(),
  recorded_from: z.string(),
  recorded_to: z.string().nullable(),
  area_m2: z.number(),
  perimeter_m: z.number(),
  length_m: z.number().openapi({ description: 'of a strip with the same area and outline' }),
  survey: z
    .object({
      version: z.number(),
      crs: z.string(),
      depth_m: z.number(),
      length_m: z.number().nullable(),
      width_m: z.number().nullable(),
      evidence: z.array(z.string()),
    })
    .nullable(),
  geometry: geojson,
})
const difference = z.object({
  life: z.enum(geometryLifeValues),
  against: z.enum(geometryLifeValues),
  area_m2: z.number(),
  other_m2: z.number(),
  overlap_m2: z.number(),
  outside_m2: z.number(),
  outside_share: z.number(),
  missing_m2: z.number(),
  hausdorff_m: z.number(),
})
export const overdigCase = z.object({
  id: z.string(),
  status: z.enum(overdigCaseStatusValues),
  excess_m2: z.number(),
  excess_share: z.number(),
  outcome: z.string().nullable(),
  reason: z.string().nullable(),
  opened_at: z.string(),
  closed_at: z.string().nullable(),
})
export const geometries = z.object({
  versions: z.array(version),
  differences: z.array(difference),
  over_dig: z
    .object({ geometry: geojson.nullable(), area_m2: z.number(), share: z.number(), is_beyond: z.boolean() })
    .nullable(),
  tolerance: z.object({
    area_m2: z.number(),
    share: z.number(),
    basis_zh: z.string(),
    basis_en: z.string(),
  }),
  case: overdigCase.nullable(),
  sites: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      name: z.string(),
      name_en: z.string().nullable(),
      surveys: z.number(),
      may_survey: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
  actions: z.array(action),
})
