import { z } from '@hono/zod-openapi'
import { alertStatusValues, projectKindValues, stopOrderStatusValues } from '../db/queries.gen.ts'
import { geometry, geometryInput } from '../geometry/geojson.ts'
import { action } from '../projects/schemas.ts'

const text = z.string().trim().min(1).max(2000)
const at = z.iso.datetime({ offset: true })
const levels = ['blue', 'yellow', 'orange', 'red'] as const
const shape = geometry.openapi({ type: 'object' })

export const alertId = z.object({
  id: z.string().openapi({ example: 'alt_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})
export const orderId = z.object({
  id: z.string().openapi({ example: 'sto_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})

/** `kind` is one of GET /api/alerts/kinds. Without a division and a geometry it is for the whole district; kinds and emergencies as its rule has them unless given. */
export const alertInput = z.strictObject({
  kind: z.string().min(1).max(60),
  level: z.enum(levels),
  note: text.nullish(),
  kinds: z.array(z.enum(projectKindValues)).min(1).optional(),
  exempts_emergency: z.boolean().optional(),
  exempted: z
    .array(z.strictObject({ project_id: z.string(), reason: text }))
    .max(500)
    .default([]),
  admin_code: z.string().min(6).max(12).optional(),
  geometry: geometryInput.openapi({ type: 'object' }).nullish(),
  crs: z.string().optional(),
  from_at: at.optional(),
  until_at: at,
})
export type AlertInput = z.infer<typeof alertInput>
export const exemptInput = z.strictObject({ project_id: z.string(), reason: text })
export const liftInput = z.strictObject({ reason: text })
export const listQuery = z.strictObject({ with_past: z.enum(['true', 'false']).optional() })
export const orderQuery = z.strictObject({
  state: z.enum(['silent', ...stopOrderStatusValues]).optional(),
  promoter_id: z.string().optional(),
  q: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(200),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})

export const alertKind = z.object({
  kind: z.string(),
  levels: z.array(z.string()),
  kinds: z.array(z.string()),
  exempts_emergency: z.boolean(),
  answer_hours: z.number(),
  basis_zh: z.string(),
  basis_en: z.string(),
})
export const alert = z.object({
  id: z.string(),
  kind: z.string(),
  level: z.string(),
  note: z.string().nullable(),
  status: z.enum(alertStatusValues),
  basis_zh: z.string(),
  basis_en: z.string(),
  kinds: z.array(z.string()),
  exempts_emergency: z.boolean(),
  admin_code: z.string().nullable(),
  geometry: shape.nullable(),
  answer_hours: z.number(),
  from_at: z.string(),
  until_at: z.string(),
  issued_at: z.string(),
  in_force_at: z.string().nullable(),
  lifted_at: z.string().nullable(),
  lift_reason: z.string().nullable(),
  version: z.number(),
  counts: z
    .object({
      orders: z.number(),
      acknowledged: z.number(),
      silent: z.number(),
      halted: z.number(),
      receipt_share: z.number().nullable(),
    })
    .nullable()
    .openapi({ description: 'of the orders that the caller may see; null for the public' }),
  actions: z.array(action),
})
export const exemption = z.object({
  project_id: z.string(),
  reference: z.string(),
  name: z.string(),
  reason: z.string(),
})
export const wholeAlert = alert.extend({ exemptions: z.array(exemption) })
export const stopOrder = z.object({
  id: z.string(),
  project_id: z.string(),
  reference: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  kind: z.string(),
  promoter_id: z.string(),
  promoter_name: z.string(),
  street_name: z.string().nullable(),
  status: z.enum(stopOrderStatusValues),
  is_halting: z.boolean(),
  is_silent: z.boolean(),
  sent_at: z.string(),
  answer_by: z.string(),
  acknowledged_at: z.string().nullable(),
  released_at: z.string().nullable(),
  version: z.number(),
  point: shape,
  actions: z.array(action),
})
