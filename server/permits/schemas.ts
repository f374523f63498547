import { z } from '@hono/zod-openapi'
import {
  changeRequestKindValues,
  changeRequestStatusValues,
  consentKindValues,
  consentStatusValues,
  handoverStatusValues,
  permitKindValues,
  permitStatusValues,
  promiseStatusValues,
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
export const handoverId = id(`hnd_510116_${uuid}`)
export const mandateId = id(`man_510116_${uuid}`)
const day = z.iso.date()
const text = z.string().trim().min(1).max(2000)
const items = z.array(text).min(1).max(50)
const evidence = z.array(z.string()).max(20).optional()

export const noBody = z.strictObject({})
export const applyInput = z.strictObject({
  clashes_acknowledged: z
    .boolean()
    .optional()
    .openapi({ description: 'the applicant has read whose lines and which digs lie near his' }),
})
export const noInput = z.strictObject({ evidence, note: z.string().max(2000).optional() })
export const reasonInput = z.strictObject({ reason: text, evidence })
export const undoInput = z.strictObject({ reason: text })
export const withdrawInput = z.strictObject({ reason: text.optional(), evidence })
/** Without items: what the list of documents lacks. */
export const itemsInput = z.strictObject({ items: items.optional(), evidence })
export const handInInput = z.strictObject({
  document: z.string().max(60),
  evidence: z.array(z.string()).min(1).max(20),
})
export const promiseInput = z.strictObject({ until: day, text })
export const digMandateInput = z.strictObject({ valid_to: day, text })
export const mandateInput = digMandateInput.extend({ authority_id: z.string() })
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
  area_m2: z.number().nullable().openapi({ description: 'of the asked ground' }),
  ground_m2: z
    .number()
    .nullable()
    .openapi({ description: 'of the ground as it is open now, where other ground is asked for' }),
  submitted_at: z.string().nullable(),
  accepted_at: z.string().nullable(),
  decided_at: z.string().nullable(),
  decision_reason: z.string().nullable(),
  version,
})
const namedDocument = {
  code: z.string(),
  label_zh: z.string(),
  label_en: z.string(),
  can_be_promised: z.boolean(),
}
export const neededDocuments = z.object({ documents: z.array(z.object(namedDocument)) })
export const promise = z.object({
  id: z.string(),
  status: z.enum(promiseStatusValues),
  documents: z.array(z.string()),
  until: z.string(),
  text: z.string(),
  signed_name: z.string(),
  signed_at: z.string(),
  accepted_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  withholds_decision: z.boolean(),
  barred_until: z.string().nullable(),
  version,
})
export const handover = z.object({
  id: z.string(),
  permit_id: z.string(),
  project_id: z.string(),
  status: z.enum(handoverStatusValues),
  unit_id: z.string(),
  handed_at: z.string(),
  signed_at: z.string().nullable(),
  version,
})
/** Granted files: how many were handed over to supervision, and which nobody has signed for. */
export const unclaimed = z.object({
  handed_over: z.number(),
  signed: z.number(),
  unclaimed: z.number(),
  overdue: z.number(),
  files: z.array(
    z.object({
      id: z.string(),
      permit_id: z.string(),
      project_id: z.string(),
      reference: z.string(),
      project_name: z.string(),
      unit_name: z.string(),
      unit_name_en: z.string(),
      handed_at: z.string(),
      due_on: z.string().nullable(),
      is_overdue: z.boolean(),
    }),
  ),
})
export const mandate = z.object({
  id: z.string(),
  promoter_id: z.string(),
  promoter_name: z.string(),
  authority_id: z.string(),
  text: z.string(),
  valid_to: z.string(),
  given_name: z.string(),
  given_at: z.string(),
  withdrawn_at: z.string().nullable(),
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
  documents: z
    .array(
      z.object({
        ...namedDocument,
        files: z.array(z.object({ id: z.string(), name: z.string(), handed_in_at: z.string() })),
      }),
    )
    .openapi({ description: 'what the place asks for (材料清单); one without files is missing' }),
  promises: z.array(promise).openapi({ description: 'the latest first' }),
  handover: handover.nullable(),
  by_agent: z.boolean().openapi({ description: 'handed in by an agent of the counter, by mandate' }),
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
