import { z } from '@hono/zod-openapi'
import { memberRoleValues, organisationKindValues } from '../db/queries.gen.ts'

// NIST SP 800-63B: length decides, no rules of composition.
const password = z.string().min(12).max(200)
const name = z.string().trim().min(1).max(100)
export const login = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._@+-]{3,80}$/)

/** What a utility runs; its words are `utility.<kind>`. */
const utilityKinds = ['water', 'power', 'gas', 'telecom', 'drainage', 'heat', 'cable', 'oil'] as const

export const signInInput = z.strictObject({
  login: z.string().max(80),
  password: z.string().max(200),
  code: z.string().max(12).optional(),
})
export const acceptInput = z.strictObject({
  invitation: z.string().max(200),
  login,
  name_zh: name,
  name_en: name,
  password,
})
export const invitationText = z.strictObject({ invitation: z.string().max(200) })
export const invitationView = z.object({
  role: z.enum(memberRoleValues),
  organisation_name_zh: z.string(),
  organisation_name_en: z.string(),
  expires_at: z.string(),
})
export const inviteInput = z.strictObject({ organisation_id: z.string(), role: z.enum(memberRoleValues) })
export const organisationInput = z.strictObject({
  kind: z.enum(organisationKindValues),
  name_zh: name,
  name_en: name,
  credit_code: z.string().length(18).nullish(),
  utility_kind: z.enum(utilityKinds).nullish(),
})
export const organisation = z.object({
  id: z.string(),
  kind: z.enum(organisationKindValues),
  name_zh: z.string(),
  name_en: z.string(),
  credit_code: z.string().nullable(),
  utility_kind: z.string().nullable(),
  is_demo: z.boolean(),
  people: z
    .number()
    .int()
    .openapi({ description: 'how many of its people the caller may see, without ended accounts' }),
  roles: z.array(z.enum(memberRoleValues)).openapi({ description: 'what its people may be, the usual first' }),
})
export const invitation = z.object({
  id: z.string(),
  organisation_id: z.string(),
  role: z.enum(memberRoleValues),
  created_at: z.string(),
  expires_at: z.string(),
})
export const person = z.object({
  id: z.string(),
  organisation_id: z.string(),
  login: z.string(),
  name_zh: z.string(),
  name_en: z.string(),
  role: z.enum(memberRoleValues),
  disabled_at: z.string().nullable(),
  has_second_factor: z.boolean(),
  has_single_sign_on: z.boolean(),
  version: z.number(),
})
export const token = z.object({
  id: z.string(),
  label: z.string(),
  expires_at: z.string().nullable(),
  created_at: z.string(),
})
export const tokenInput = z.strictObject({
  label: z.string().trim().min(1).max(100),
  expires_at: z.iso.datetime().nullish(),
})
export const idParam = z.object({ id: z.string() })
