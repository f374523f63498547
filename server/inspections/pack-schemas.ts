import { z } from '@hono/zod-openapi'
import { inspectionOutcomeValues, siteStatusValues } from '../db/queries.gen.ts'
import { ofDig, task, whose } from './task-schemas.ts'

export const packQuery = z.strictObject({ whose })
const geometry = z.any()
/** A finding by the dictionary's words, without the words somebody added. */
const item = z.object({ code: z.string(), severity: z.string(), text_zh: z.string(), text_en: z.string() })

const dig = z.object({
  id: z.string(),
  ...ofDig,
  promoter_name: z.string(),
  contractor_name: z.string().nullable(),
  planned_from: z.string(),
  planned_to: z.string(),
  depth_m: z.number().nullable(),
  geometry,
  sites: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      name_en: z.string().nullable(),
      status: z.enum(siteStatusValues),
      geometry,
    }),
  ),
  permits: z.array(
    z.object({
      reference: z.string(),
      kind: z.string(),
      status: z.string(),
      valid_from: z.string().nullable(),
      valid_to: z.string().nullable(),
    }),
  ),
  rectifications: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      site_id: z.string().nullable(),
      status: z.string(),
      severity: z.string(),
      due_on: z.string(),
      items: z.array(item),
    }),
  ),
  visits: z.number().openapi({ description: 'how many visits there were: goes back as known_visits' }),
  last_visits: z.array(
    z.object({
      reference: z.string(),
      category: z.string(),
      outcome: z.enum(inspectionOutcomeValues),
      items: z.array(item),
      inspected_at: z.string(),
    }),
  ),
})

/** All that an inspector takes along for a day without a network. It names organisations, never a person. */
export const pack = z.object({
  holder_id: z.string().openapi({ description: 'public id of whose day it is' }),
  today: z.string(),
  now: z.string().openapi({ description: 'the business instant at which it was made' }),
  limits: z.object({ late_hours: z.number(), start_within_m: z.number() }),
  tasks: z.array(task),
  digs: z.array(dig),
})
export type Pack = z.infer<typeof pack>
