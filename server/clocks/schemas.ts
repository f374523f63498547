import { z } from '@hono/zod-openapi'
import { isDay } from './working-days.ts'

const day = z.string().refine(isDay, 'a day as YYYY-MM-DD')

export const clockId = z.object({
  id: z.string().openapi({ example: 'clk_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})
export const deadlineQuery = z.strictObject({
  from: day.openapi({ example: '2025-09-26', description: 'not counted itself (民法典 201)' }),
  working_days: z.coerce.number().int().min(0).max(2000).openapi({ example: 5 }),
})
export const deadlineAnswer = z.object({ due_on: z.string(), provisional: z.boolean(), calendar_version: z.string() })
export const explainInput = z.strictObject({ explanation: z.string().trim().min(4).max(2000) })
export const noInput = z.strictObject({})
export const limitQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) })

export const explanation = z.object({
  id: z.string(),
  kind: z.string(),
  owner: z.string(),
  owner_name_zh: z.string(),
  owner_name_en: z.string().nullable(),
  project_id: z.string(),
  reference: z.string(),
  name: z.string(),
  due_on: z.string(),
  stopped_at: z.string().nullable(),
  explanation: z.string().nullable(),
  explained_at: z.string().nullable(),
  basis_zh: z.string(),
  basis_en: z.string(),
})
export const ledger = z.record(z.string(), z.any())

export const calendarVersion = z.object({ calendar_version: z.string().openapi({ example: 'CN:2020-01-27' }) })
export const recount = z.object({
  calendar_version: z.string(),
  published_on: z.string(),
  known_until: z.string(),
  source: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  examined: z.number(),
  moved: z.number(),
})
export const movedClock = z.object({
  id: z.string(),
  kind: z.string(),
  owner: z.string(),
  project_id: z.string().nullable(),
  reference: z.string().nullable(),
  name: z.string().nullable(),
  was_due_on: z.string(),
  due_on: z.string(),
  was_card: z.string(),
  card: z.string(),
  moved_at: z.string(),
})
