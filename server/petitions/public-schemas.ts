import { z } from '@hono/zod-openapi'
import { petitionStatusValues, projectKindValues, projectStageValues } from '../db/queries.gen.ts'

const lon = z.number().min(-180).max(180)
const lat = z.number().min(-90).max(90)

/** What is asked for and where, lon,lat in CGCS2000. A name and a telephone only if the petitioner wants to be reached by them. */
export const submitInput = z.strictObject({
  lon,
  lat,
  kind_code: z.string().min(1).max(40).openapi({ description: 'a code of the dictionary petition_kind' }),
  from_kind: z.enum(['person', 'firm']).default('person'),
  body: z.string().trim().min(2).max(1000),
  project_id: z.string().nullish().openapi({ description: 'the public dig that it is about' }),
  name: z.string().trim().min(1).max(60).nullish(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d -]{5,20}$/, 'a telephone number')
    .nullish(),
})
export type SubmitInput = z.infer<typeof submitInput>

export const sayInput = z.strictObject({ said: z.enum(['satisfied', 'basically_satisfied', 'unsatisfied']) })

export const tracked = z.object({
  reference: z.string(),
  kind_code: z.string(),
  state: z.enum(petitionStatusValues),
  merged_into: z
    .string()
    .nullable()
    .openapi({ description: 'the reference of the request that this one was linked to' }),
  grade: z.number().nullable(),
  submitted_at: z.string(),
  updated_at: z.string(),
  dig: z.object({ name: z.string(), name_en: z.string().nullable() }).nullable(),
  rounds: z.array(
    z.object({
      unit_zh: z.string().nullable(),
      unit_en: z.string().nullable(),
      dispatched_at: z.string(),
      due_on: z.string(),
      answer: z.string().nullable(),
      answered_at: z.string().nullable(),
      files: z.number(),
      result: z.string().nullable(),
    }),
  ),
  said: z.string().nullable(),
  can_say: z.boolean(),
})
export const submitted = tracked.extend({ token: z.string().openapi({ description: 'the link’s secret, told once' }) })

export const nearQuery = z.strictObject({
  lon: z.coerce.number().pipe(lon),
  lat: z.coerce.number().pipe(lat),
  radius_m: z.coerce.number().min(50).max(2000).default(500),
})
export type NearQuery = z.infer<typeof nearQuery>
export const near = z.object({
  as_of: z.string(),
  digs: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      name: z.string(),
      name_en: z.string().nullable(),
      kind: z.enum(projectKindValues),
      stage: z.enum(projectStageValues),
      promoter_name: z.string(),
      contractor_name: z.string().nullable(),
      street_name: z.string().nullable(),
      planned_from: z.string(),
      planned_to: z.string(),
      permit_reference: z.string().nullable(),
      permit_until: z.string().nullable(),
      distance_m: z.number(),
      centre: z.any(),
    }),
  ),
})
