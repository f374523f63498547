import { z } from '@hono/zod-openapi'
import { clockUnitValues, projectKindValues } from '../db/queries.gen.ts'
import { geometry, geometryInput } from '../geometry/geojson.ts'

const day = z.iso.date()
const text = z.string().trim().min(1).max(2000)
const basis = { basis_zh: z.string(), basis_en: z.string() }
const shape = geometry.openapi({ type: 'object' })

export const blackoutReasons = ['exam', 'festival', 'air_quality', 'flood', 'event', 'other'] as const
export const blackoutId = z.object({
  id: z.string().openapi({ example: 'blk_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})
export const holdId = z.object({
  id: z.string().openapi({ example: 'hld_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})

/** A period in which works of these kinds may not start; without a geometry, in the whole district. */
export const blackoutInput = z.strictObject({
  name_zh: z.string().trim().min(2).max(200),
  name_en: z.string().trim().min(2).max(200),
  reason: z.enum(blackoutReasons),
  basis: text.openapi({ description: 'the act that orders it' }),
  note: text.nullish(),
  kinds: z
    .array(z.enum(projectKindValues))
    .min(1)
    .default(['road_excavation', 'pipeline_works', 'building_works', 'emergency_repair']),
  exempts_emergency: z.boolean().default(true),
  from_on: day,
  to_on: day,
  geometry: geometryInput.openapi({ type: 'object' }).nullish(),
  crs: z.string().optional(),
})
export type BlackoutInput = z.infer<typeof blackoutInput>
export const endInput = z.strictObject({ reason: text })
export const pastQuery = z.strictObject({ with_past: z.enum(['true', 'false']).optional() })

export const blackout = z.object({
  id: z.string(),
  name_zh: z.string(),
  name_en: z.string(),
  reason: z.string(),
  basis: z.string(),
  note: z.string().nullable(),
  kinds: z.array(z.string()),
  exempts_emergency: z.boolean(),
  from_on: z.string(),
  to_on: z.string(),
  ended_on: z.string().nullable(),
  end_reason: z.string().nullable(),
  is_open: z.boolean(),
  geometry: shape.nullable(),
  version: z.number(),
})

/** `promoter_id` is an org_…; `article` is one of those that GET /api/restrictions/articles lists. */
export const holdInput = z.strictObject({ promoter_id: z.string(), reason: text, article: z.string().nullish() })
export type HoldInput = z.infer<typeof holdInput>
export const liftInput = z.strictObject({ reason: text })
export const holdQuery = pastQuery.extend({ promoter_id: z.string().optional() })
export const article = z.object({
  article: z.string(),
  is_blocking: z.boolean(),
  sampling_factor: z.number(),
  ...basis,
})
export const hold = z.object({
  id: z.string(),
  promoter_id: z.string(),
  promoter_zh: z.string(),
  promoter_en: z.string(),
  reason: z.string(),
  article: z.string().nullable(),
  ...basis,
  is_blocking: z.boolean(),
  sampling_factor: z.number(),
  placed_at: z.string(),
  lifted_at: z.string().nullable(),
  lift_reason: z.string().nullable(),
  version: z.number(),
})

const road = { name: z.string().nullable(), name_en: z.string().nullable(), code: z.string().nullable() }
/** What restricts one dig: for its panel. */
export const ofProject = z.object({
  promoter_id: z.string(),
  may_hold: z.boolean(),
  holds: z.array(hold),
  blackouts: z.array(
    z.object({ id: z.string(), name_zh: z.string(), name_en: z.string(), from_on: z.string(), last_on: z.string() }),
  ),
  roads: z.array(z.object({ id: z.string(), ...road, rule: z.string(), open_until: z.string(), ...basis })),
  exceptions: z.array(
    z.object({ permit: z.string(), approval: z.string().nullable(), roads: z.array(z.record(z.string(), z.any())) }),
  ),
})

/** A dig that nobody has filed: a line needs `width_m`, a point `radius_m`. */
export const checkupInput = z.strictObject({
  geometry: geometryInput.openapi({ type: 'object' }),
  crs: z.string().optional(),
  kind: z.enum(projectKindValues),
  width_m: z.number().positive().max(500).nullish(),
  radius_m: z.number().positive().max(797).nullish(),
  depth_m: z.number().min(0).max(100).nullish(),
  planned_from: day,
  planned_to: day,
})
export type CheckupInput = z.infer<typeof checkupInput>

export const checkup = z.object({
  today: z.string(),
  geometry: shape,
  area_m2: z.number(),
  length_m: z.number(),
  needs: z.array(z.object({ name: z.string(), ...basis })),
  segments: z.array(
    z.object({
      id: z.string(),
      ...road,
      class: z.string(),
      surface: z.string().nullable(),
      dug_m2: z.number(),
      charged_m2: z.number(),
      rule: z.string().nullable(),
      jurisdiction: z.string().nullable(),
      since: z.string().nullable(),
      years: z.number().nullable(),
      open_until: z.string().nullable(),
      basis_zh: z.string().nullable(),
      basis_en: z.string().nullable(),
      earliest_on: z.string(),
      approval: z.enum(['authority', 'county_government']),
      fee_factor: z.number(),
      factor_basis_zh: z.string().nullable(),
      factor_basis_en: z.string().nullable(),
      geometry: shape,
    }),
  ),
  pipes: z.object({
    block_m: z
      .number()
      .nullable()
      .openapi({ description: 'to the public: the width of the blocks that are answered for' }),
    lines: z.array(
      z.object({
        theme: z.string(),
        utility: z.string().nullable(),
        utility_en: z.string().nullable(),
        count: z.number().nullable(),
        distance_m: z.number().nullable(),
        protected: z.boolean(),
        protection_m: z.number(),
        ...basis,
      }),
    ),
  }),
  digs: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      name: z.string(),
      name_en: z.string().nullable(),
      stage: z.string(),
      planned_from: z.string(),
      planned_to: z.string(),
      distance_m: z.number(),
      at_once: z.boolean(),
      may_share: z.boolean(),
    }),
  ),
  blackouts: z.array(
    z.object({
      id: z.string(),
      name_zh: z.string(),
      name_en: z.string(),
      reason: z.string(),
      basis: z.string(),
      from_on: z.string(),
      last_on: z.string(),
      in_plan: z.boolean(),
    }),
  ),
  protected_ground: z.array(
    z.object({ kind: z.string(), name_zh: z.string().nullable(), name_en: z.string().nullable() }),
  ),
  fee: z
    .object({
      currency: z.string(),
      days: z.number(),
      area_m2: z.number(),
      restoration: z.number(),
      restoration_basis_zh: z.string(),
      restoration_basis_en: z.string(),
      occupation: z.number(),
      occupation_basis_zh: z.string(),
      occupation_basis_en: z.string(),
      total: z.number(),
      is_demo: z.boolean(),
    })
    .nullable(),
  clocks: z
    .object({
      steps: z.array(
        z.object({
          kind: z.string(),
          unit: z.enum(clockUnitValues),
          promised: z.number().nullable(),
          statutory: z.number().nullable(),
          from_on: z.string(),
          promised_on: z.string(),
          statutory_on: z.string(),
          provisional: z.boolean(),
          ...basis,
        }),
      ),
      promised_on: z.string(),
      statutory_on: z.string(),
      provisional: z.boolean(),
      calendar_version: z.string(),
    })
    .nullable(),
  earliest: z.object({ promised_on: z.string(), statutory_on: z.string(), ground_on: z.string() }),
  warnings: z.array(z.record(z.string(), z.any())),
})
