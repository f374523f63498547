import { z } from '@hono/zod-openapi'
import { projectStageValues } from '../db/queries.gen.ts'
import { reportStates } from './report-as-citizen.ts'

/** Where the dig is, lon,lat in CGCS2000 (a phone's WGS 84 differs by less than it knows), and what is to be seen there. Nothing about who reports. */
export const citizenReportInput = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  accuracy_m: z.number().min(0).max(100_000).nullish(),
  note: z.string().trim().min(2).max(500).openapi({ example: '路口开挖，没有公示牌' }),
})
export type CitizenReportInput = z.infer<typeof citizenReportInput>

export const standing = z.object({
  reference: z.string(),
  state: z.enum(reportStates),
  reported_at: z.string(),
  updated_at: z.string(),
  dig: z
    .object({
      name: z.string(),
      name_en: z.string().nullable(),
      stage: z.enum(projectStageValues),
      until: z.string().nullable(),
      promoter: z.string().nullable(),
    })
    .nullable()
    .openapi({ description: 'the permitted dig that was found there' }),
})
export const reported = standing.extend({ token: z.string().openapi({ description: 'the link’s secret, told once' }) })
