import { z } from '@hono/zod-openapi'
import { projectStageValues } from '../db/queries.gen.ts'

export const taskReasons = [
  'over_run',
  'sensor_breach',
  'start',
  'earth_moving',
  'active',
  'guarantee_end',
  'sampled_by_risk',
  'sampled_at_random',
] as const

const month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .optional()
  .openapi({ example: '2026-03', description: 'this month unless said' })
export const whose = z.enum(['all', 'mine']).default('all').openapi({ description: 'mine: of the caller’s own unit' })

export const tasksQuery = z.strictObject({
  state: z.enum(['open', 'missed', 'done']).default('open'),
  month,
  whose,
  limit: z.coerce.number().int().min(1).max(500).default(200),
})
export const coverageQuery = z.strictObject({ month, whose })

/** What a dig is called, what it is and where it stands, beside its id. */
export const ofDig = {
  reference: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  kind: z.string(),
  stage: z.enum(projectStageValues),
  card: z.string(),
  town_zh: z.string().nullable(),
  town_en: z.string().nullable(),
}
/** One planned visit; `center` is lon, lat in CGCS2000. */
export const task = z.object({
  project_id: z.string(),
  ...ofDig,
  reason: z.string().openapi({ description: taskReasons.join(', ') }),
  risk: z.number().nullable().openapi({ description: 'the weight with which it was drawn' }),
  due_on: z.string(),
  seen_at: z.string().nullable().openapi({ description: 'the latest visit' }),
  done_at: z.string().nullable(),
  inspection_id: z.string().nullable(),
  unit_name: z.string(),
  unit_name_en: z.string().nullable(),
  center: z.array(z.number()),
})
export const tasks = z.object({ total: z.number(), tasks: z.array(task) })

const figures = { planned: z.number(), done: z.number(), missed: z.number(), open: z.number() }
export const coverage = z.object({
  from: z.string(),
  to: z.string(),
  ...figures,
  share: z.number().nullable().openapi({ description: 'done of done and missed, 0 to 1; null while nothing was due' }),
  reasons: z.array(z.object({ reason: z.string(), ...figures })),
})
