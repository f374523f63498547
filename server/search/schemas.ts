import { z } from '@hono/zod-openapi'
import { projectStageValues } from '../db/queries.gen.ts'

export const searchQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).openapi({ example: '云杉路' }),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export const found = z.object({
  kind: z.enum(['project', 'division', 'road', 'estate', 'building']),
  id: z.string().openapi({
    description: 'prj_…, bld_… (an estate: its first building), rod_… (a road: its first segment), or a division code',
  }),
  label_zh: z.string(),
  label_en: z.string(),
  detail: z
    .string()
    .nullable()
    .openapi({ description: 'what tells it from others of its name: number, street, administration' }),
  stage: z.enum(projectStageValues).optional(),
  center: z.array(z.number()),
  bbox: z.array(z.number()),
})
export type Found = z.infer<typeof found>
