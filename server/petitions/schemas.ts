import { z } from '@hono/zod-openapi'
import { cardValues, organisationKindValues, petitionStatusValues } from '../db/queries.gen.ts'

const text = z.string().trim().min(1).max(2000)
const record = z.record(z.string(), z.any())
export const results = ['satisfied', 'basically_satisfied', 'unsatisfied', 'not_reached'] as const

export const petitionQuery = z.strictObject({
  status: z.string().optional().openapi({ description: 'statuses, separated by commas' }),
  kind: z.string().max(40).optional(),
  grade: z.coerce.number().int().min(1).max(4).optional(),
  card: z.enum(['yellow', 'red']).optional(),
  project_id: z.string().optional(),
  mine: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: 'dispatched to, or to be judged by, the caller’s organisation' }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional(),
})
export type PetitionQuery = z.infer<typeof petitionQuery>

const summary = {
  id: z.string(),
  reference: z.string(),
  kind_code: z.string(),
  from_kind: z.string(),
  status: z.enum(petitionStatusValues),
  grade: z.number().nullable(),
  round: z.number(),
  is_outside_duty: z.boolean(),
  street_name: z.string().nullable(),
  project_id: z.string().nullable(),
  project_reference: z.string().nullable(),
  project_name: z.string().nullable(),
  project_name_en: z.string().nullable(),
  unit_zh: z.string().nullable(),
  unit_en: z.string().nullable(),
  judge_zh: z.string().nullable(),
  judge_en: z.string().nullable(),
  duplicate_of_id: z.string().nullable(),
  duplicate_of_reference: z.string().nullable(),
  said: z.string().nullable(),
  submitted_at: z.string(),
  closed_at: z.string().nullable(),
  due_for: z.string().nullable(),
  due_on: z.string().nullable(),
  due_at: z.string().nullable(),
  card: z.enum(cardValues),
  position: z.any(),
  version: z.number(),
  updated_at: z.string(),
}
export const petitionSummary = z.object(summary)
const round = z.object({
  number: z.number(),
  grade: z.number(),
  dispatcher_zh: z.string().nullable(),
  dispatcher_en: z.string().nullable(),
  unit_zh: z.string().nullable(),
  unit_en: z.string().nullable(),
  judge_zh: z.string().nullable(),
  judge_en: z.string().nullable(),
  reason: z.string().nullable(),
  dispatched_at: z.string(),
  due_on: z.string(),
  answer: z.string().nullable(),
  files: z.array(record),
  answered_at: z.string().nullable(),
  result: z.string().nullable(),
  result_note: z.string().nullable(),
  judged_at: z.string().nullable(),
})
export const petition = petitionSummary.extend({
  body: z.string().nullable().openapi({ description: 'null once its term is over' }),
  proposed_grade: z.number().nullable(),
  grade_reason: z.string().nullable(),
  said_at: z.string().nullable(),
  rounds: z.array(round),
  files: z.array(record),
  clocks: z.array(record),
  history: z.array(record),
  can_read_contact: z.boolean(),
  actions: z.array(record),
})

const unit = z.object({
  id: z.string(),
  kind: z.enum(organisationKindValues),
  name_zh: z.string(),
  name_en: z.string().nullable(),
  is_promoter: z.boolean().openapi({ description: 'of the dig that the request is about' }),
})
export const unitsOf = z.object({ units: z.array(unit), judges: z.array(unit) })
export const contact = z.object({ name: z.string().nullable(), phone: z.string().nullable() })

export const noInput = z.strictObject({})
export const gradeInput = z.strictObject({ grade: z.coerce.number().int().min(1).max(4), reason: text.nullish() })
export const dispatchInput = z.strictObject({
  unit_id: z.string(),
  judge_id: z.string(),
  is_outside_duty: z.boolean().default(false),
  reason: text.nullish(),
})
export type DispatchInput = z.infer<typeof dispatchInput>
export const mergeInput = z.strictObject({ petition_reference: text })
export const answerInput = z.strictObject({ answer: text, attachments: z.array(z.string()).max(20).default([]) })
export const judgeInput = z.strictObject({
  result: z.enum(['satisfied', 'basically_satisfied', 'not_reached']),
  note: text.nullish(),
})
export const unsatisfiedInput = z.strictObject({ note: text })
export const contactInput = z.strictObject({ reason: text })
