import { z } from '@hono/zod-openapi'

const bbox = z.array(z.number())
const feature = z
  .object({
    type: z.literal('Feature'),
    id: z.string(),
    geometry: z.any(),
    properties: z.record(z.string(), z.any()),
  })
  .openapi({ type: 'object' })

/** What each route of the room promises. */
export const features = z.object({
  area: z.object({ area_m2: z.number(), bbox, geometry: z.any() }),
  collections: z.array(
    z.object({
      name: z.string(),
      number_matched: z.number().int(),
      as_of: z.string().nullable().openapi({ description: 'the instant of `at`, or null: the present' }),
      features: z.array(feature),
    }),
  ),
  next: z.string().nullable(),
})

const groups = z.array(
  z.object({ value: z.string().nullable(), count: z.number(), area_m2: z.number(), length_m: z.number() }),
)
export const summary = z.object({
  area: z.object({ area_m2: z.number(), bbox }),
  collections: z.array(z.object({ name: z.string(), number_matched: z.number() })),
  digs: z
    .object({
      count: z.number(),
      area_m2: z.number(),
      length_m: z.number(),
      by_stage: groups,
      by_kind: groups,
      by_card: groups,
      by_card_owner: groups,
      by_digging: groups,
      by_promoter: groups,
      by_street: groups,
      by_month: z.array(z.object({ month: z.string(), open: z.number(), begun: z.number(), ended: z.number() })),
      by_road: z.array(
        z.object({
          name: z.string(),
          name_en: z.string().nullable(),
          times: z.number(),
          planned: z.number(),
          first_on: z.string().nullable(),
          last_on: z.string().nullable(),
          digs: z.array(z.record(z.string(), z.any())),
        }),
      ),
    })
    .nullable(),
})

export const divisions = z.object({
  divisions: z.array(
    z.object({
      code: z.string(),
      parent_code: z.string().nullable(),
      level: z.string(),
      name_zh: z.string(),
      name_en: z.string(),
      administered_by: z.string().nullable(),
      valid_from: z.string(),
      valid_to: z.string().nullable(),
      source: z.string(),
      has_outline: z.boolean(),
      center: z.array(z.number().nullable()).nullable(),
      bbox: z.array(z.number().nullable()).nullable(),
    }),
  ),
})

export const savedArea = z.object({ id: z.string(), name: z.string() })
export const savedAreas = z.object({
  areas: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      query: z.any(),
      version: z.number(),
      created_at: z.string(),
      area_m2: z.number(),
      bbox,
      geometry: z.any(),
    }),
  ),
})
