import { z } from '@hono/zod-openapi'
import {
  changeRequestKindValues,
  changeRequestStatusValues,
  consentKindValues,
  consentStatusValues,
  permitKindValues,
  permitStatusValues,
  specialProcedureKindValues,
} from '../db/queries.gen.ts'
import { geometryInput } from '../geometry/geojson.ts'
import { specialProcedures } from './states.ts'

const id = (example: string) => z.object({ id: z.string().openapi({ example }) })
const uuid = '0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c'
export const permitId = id(`per_510116_${uuid}`)
export const consentId = id(`con_510116_${uuid}`)
export const changeId = id(`chg_510116_${uuid}`)
export const renewalId = id(`ren_510116_${uuid}`)
const day = z.iso.date()
const text = z.string().trim().min(1).max(2000)
const items = z.array(text).min(1).max(50)
const evidence = z.array(z.string()).max(20).optional()

export const noInput = z.strictObject({ evidence, note: z.string().max(2000).optional() })
export const reasonInput = z.strictObject({ reason: text, evidence })
export const undoInput = z.strictObject({ reason: text })
export const withdrawInput = z.strictObject({ reason: text.optional(), evidence })
export const itemsInput = z.strictObject({ items, evidence })
export const jointInput = z.strictObject({ joint_with: text, evidence })
export const specialInput = z.strictObject({
  kind: z.enum(specialProcedures),
  expected_until: day.openapi({ description: 'the last day it is expected to take, as told to the applicant' }),
  reason: text,
  evidence,
})
export const extensionInput = z.strictObject({ reason: text, approved_by: text, evidence })
export const grantInput = z.strictObject({
  conditions: z.array(text).max(50).optional(),
  valid_from: day.optional(),
  valid_to: day.optional(),
  evidence,
})
export const monthsInput = z.strictObject({ months: z.number().int().min(1).max(120), reason: text, evidence })
export const endingInput = z.strictObject({
  basis: text.openapi({ description: 'the article by which it is done' }),
  reason: text,
  evidence,
})
export const penaltyInput = endingInput.extend({
  hearing_told_on: day.openapi({ description: 'when the holder was told of its right to a hearing' }),
})
export const giveInput = z.strictObject({ conditions: z.array(text).max(50).optional() })
export const withholdInput = z.strictObject({ reason: text })
/** At least one of the new period and the new ground; a line needs `width_m`, a point `radius_m`. */
export const changeInput = z.strictObject({
  reason: text,
  valid_from: day.optional(),
  valid_to: day.optional(),
  geometry: geometryInput.openapi({ type: 'object' }).optional(),
  crs: z.string().optional(),
  width_m: z.number().positive().max(500).nullish(),
  radius_m: z.number().positive().max(797).nullish(),
})
export type ChangeInput = z.infer<typeof changeInput>
export const renewalInput = z.strictObject({ valid_to: day, reason: text })

const version = z.number()
export const consent = z.object({
  id: z.string(),
  kind: z.enum(consentKindValues),
  status: z.enum(consentStatusValues),
  conditions: z.array(z.string()),
  reason: z.string().nullable(),
  asked_at: z.string(),
  answered_at: z.string().nullable(),
  version,
})
export const changeRequest = z.object({
  id: z.string(),
  permit_id: z.string(),
  project_id: z.string(),
  reference: z.string(),
  kind: z.enum(changeRequestKindValues),
  status: z.enum(changeRequestStatusValues),
  reason: z.string(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.any()) }).nullable(),
  submitted_at: z.string().nullable(),
  accepted_at: z.string().nullable(),
  decided_at: z.string().nullable(),
  decision_reason: z.string().nullable(),
  version,
})
export const permit = z.object({
  id: z.string(),
  project_id: z.string(),
  reference: z.string(),
  kind: z.enum(permitKindValues),
  status: z.enum(permitStatusValues),
  submitted_at: z.string().nullable(),
  accepted_at: z.string().nullable(),
  decided_at: z.string().nullable(),
  delivered_at: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  conditions: z.array(z.string()),
  decision_reason: z.string().nullable(),
  supplement_items: z.array(z.string()).nullable(),
  is_retrospective: z.boolean(),
  is_joint: z.boolean(),
  joint_with: z.string().nullable(),
  extended_at: z.string().nullable(),
  start_extensions: z.number(),
  appeal: z.object({ key: z.string(), review_until: z.string(), suit_until: z.string() }).nullable(),
  ending_basis: z.string().nullable(),
  hearing_told_on: z.string().nullable(),
  consents: z.array(consent),
  changes: z.array(changeRequest),
  undo_seconds: z
    .number()
    .nullable()
    .openapi({ description: 'how long the caller may still take the last decision back; null when not' }),
  special_procedures: z.array(
    z.object({
      kind: z.enum(specialProcedureKindValues),
      expected_until: z.string(),
      reason: z.string().nullable(),
      started_at: z.string(),
      ended_at: z.string().nullable(),
    }),
  ),
  version,
  moratorium_exception: z
    .array(z.record(z.string(), z.any()))
    .nullable()
    .openapi({ description: 'roads that may be opened inside their no-dig years, with the rule and the day' }),
})
