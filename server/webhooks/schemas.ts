import { z } from '@hono/zod-openapi'
import { multiPolygon, polygon } from '../geometry/geojson.ts'
import { typePattern } from './event-types.ts'

export const subscriptionId = z.object({
  id: z.string().openapi({ example: 'sub_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})

export const subscriptionInput = z.strictObject({
  url: z
    .string()
    .max(2000)
    .openapi({ description: 'https, a public address, port 443 or 8443', example: 'https://hooks.example.com/dongtu' }),
  types: z
    .array(
      z
        .string()
        .max(120)
        .regex(typePattern, 'a type as cn.dongtu.project.granted.v1, a group as cn.dongtu.leg.*, or *'),
    )
    .min(1)
    .max(50),
  area: z.discriminatedUnion('type', [polygon, multiPolygon]).nullish().openapi({
    type: 'object',
    description: 'only events whose place meets this area; events without a place are then left out',
  }),
})
export type SubscriptionInput = z.infer<typeof subscriptionInput>

export const subscription = z.object({
  id: z.string(),
  url: z.string(),
  types: z.array(z.string()),
  area: z.any().openapi({ type: 'object' }),
  state: z.string().openapi({ description: 'active, or disabled after five days of failing or a 410' }),
  failing_since: z.string().nullable(),
  previous_secret_until: z.string().nullable(),
  created_at: z.string(),
  version: z.number(),
})

const secret = z.string().openapi({ description: 'whsec_… for Standard Webhooks: shown this once' })
export const newSubscription = subscription.extend({ secret })
export const newSecret = z.object({ secret, previous_secret_until: z.string(), version: z.number() })

export const deliveryQuery = z.strictObject({
  state: z.enum(['pending', 'sent', 'failed']).optional(),
  district_code: z.coerce
    .number()
    .int()
    .min(100_000)
    .max(999_999)
    .optional()
    .openapi({ description: 'of the events; your own when left out' }),
  limit: z.coerce.number().int().min(1).max(250).default(100),
  cursor: z.string().max(200).optional(),
})

export const delivery = z.object({
  id: z.string(),
  event_id: z.string(),
  type: z.string(),
  state: z.string(),
  attempts: z.number(),
  next_at: z.string().nullable(),
  last_status: z.number().nullable(),
  last_error: z.string().nullable(),
  created_at: z.string(),
  sent_at: z.string().nullable(),
})
export const deliveryId = z.object({
  id: z.string().openapi({ example: 'dlv_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})
export const attempt = z.object({
  number: z.number(),
  at: z.string(),
  status: z.number().nullable(),
  error: z.string().nullable(),
  duration_ms: z.number(),
})
