import { z } from '@hono/zod-openapi'
import {
  cardOwnerValues,
  cardValues,
  projectKindValues,
  projectStageValues,
  siteStatusValues,
} from '../db/queries.gen.ts'
import { geometryInput } from '../geometry/geojson.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')

export const projectId = z.object({
  id: z.string().openapi({ example: 'prj_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})

/** A plan to dig. A line needs `width_m`, a point `radius_m`; sites default to the whole shape. */
export const projectInput = z.strictObject({
  name: z.string().trim().min(2).max(200),
  name_en: z.string().trim().max(200).nullish(),
  description: z.string().max(4000).nullish(),
  kind: z.enum(projectKindValues),
  project_code: z.string().nullish().openapi({ description: '项目代码 (GB/T 40058-2021)' }),
  geometry: geometryInput.openapi({ type: 'object' }),
  crs: z
    .string()
    .optional()
    .openapi({ description: 'declared reference system of the geometry; CGCS2000 lon,lat when left out' }),
  width_m: z.number().positive().max(500).nullish(),
  radius_m: z.number().positive().max(797).nullish(),
  depth_m: z.number().min(0).max(100).nullish(),
  planned_from: day,
  planned_to: day,
  promoter_id: z
    .string()
    .nullish()
    .openapi({ description: 'org_… of the promoter, when a planner or the authority files the plan' }),
  contractor_id: z.string().nullish(),
  contractor_name: z.string().max(200).nullish(),
  sites: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(200),
        name_en: z.string().max(200).nullish(),
        geometry: geometryInput.openapi({ type: 'object' }),
        width_m: z.number().positive().max(500).nullish(),
        radius_m: z.number().positive().max(797).nullish(),
        depth_m: z.number().min(0).max(100).nullish(),
        planned_from: day.nullish(),
        planned_to: day.nullish(),
      }),
    )
    .max(50)
    .optional(),
})
export type ProjectInput = z.infer<typeof projectInput>

const geojson = z.object({ type: z.string(), coordinates: z.array(z.any()) }).openapi({ type: 'object' })

export const action = z.object({
  name: z.string(),
  href: z.string(),
  method: z.literal('POST'),
  allowed: z.boolean(),
  reason: z.string().nullable(),
  input: z.record(z.string(), z.string()),
  version: z.number().optional(),
})

export const site = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  name_en: z.string().nullable(),
  status: z.enum(siteStatusValues),
  depth_m: z.number().nullable(),
  planned_from: z.string().nullable(),
  planned_to: z.string().nullable(),
  opened_at: z.string().nullable(),
  backfilled_at: z.string().nullable(),
  restored_at: z.string().nullable(),
  area_m2: z.number().nullable(),
  version: z.number(),
  geometry: geojson,
})

const summary = {
  id: z.string(),
  reference: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  kind: z.enum(projectKindValues),
  stage: z.enum(projectStageValues),
  card: z.enum(cardValues),
  card_owner: z.enum(cardOwnerValues).nullable(),
  promoter_name: z.string(),
  admin_code: z.string().nullable(),
  street_name: z.string().nullable(),
  planned_from: z.string(),
  planned_to: z.string(),
  area_m2: z.number().nullable(),
  version: z.number(),
  updated_at: z.string(),
}
export const projectSummary = z.object({ ...summary, centre: geojson })
export const project = z.object({
  ...summary,
  project_code: z.string().nullable(),
  description: z.string().nullable(),
  contractor_name: z.string().nullable(),
  depth_m: z.number().nullable(),
  width_m: z.number().nullable(),
  length_m: z.number().nullable(),
  is_retrospective: z.boolean(),
  emergency_cause: z.string().nullable(),
  begun_on: z.string().nullable(),
  ended_on: z.string().nullable(),
  created_at: z.string(),
  geometry: geojson,
  centre_line: geojson.nullable(),
  sites: z.array(site),
  clocks: z.array(z.record(z.string(), z.any())),
  documents: z.array(z.record(z.string(), z.any())),
  actions: z.array(action),
  findings: z.array(z.record(z.string(), z.any())).optional(),
})

/** A comma list in which every word is known: a misspelt stage is an error, not an empty answer. */
const listed = (name: string, values: readonly string[]) =>
  z
    .string()
    .regex(new RegExp(`^((${values.join('|')})(,|$))*$`), `${name} are ${values.join(', ')}`)
    .optional()
    .openapi({ description: `${name}, separated by commas` })
export const projectQuery = z.strictObject({
  bbox: z.string().optional().openapi({ description: 'west,south,east,north in degrees' }),
  district_code: z.coerce.number().int().min(100000).max(999999).optional(),
  stage: listed('stages', projectStageValues),
  card: listed('cards', cardValues),
  kind: listed('kinds', projectKindValues),
  mine: z.enum(['true', 'false']).optional(),
  q: z.string().trim().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional(),
})
export type ProjectQuery = z.infer<typeof projectQuery>

export const history = z.object({ events: z.array(z.record(z.string(), z.any())) })
export const commentInput = z.strictObject({ body: z.string().trim().min(1).max(4000) })
