import { z } from '@hono/zod-openapi'
import { legStatusValues, transferStatusValues } from '../db/queries.gen.ts'
import { parseResidentId } from '../projects/codes/resident-id.ts'
import { parseSocialCreditCode } from '../projects/codes/social-credit-code.ts'
import { action } from '../projects/schemas.ts'

/** Kinds of data a consent may name; what it does not name is never given. */
export const dataKinds = [
  'name',
  'id_no',
  'phone',
  'account_no',
  'unit_code',
  'location',
  'certificate_no',
  'seller_name',
] as const

export const transferId = z.object({
  id: z.string().openapi({ example: 'trf_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }),
})
export const legId = transferId.extend({
  kind: z
    .string()
    .regex(/^[a-z][a-z_]{1,19}$/)
    .openapi({ example: 'water', description: 'water, power, gas, and more by configuration' }),
})

const party = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    id_type: z.enum(['resident_id', 'credit_code', 'passport', 'other']),
    id_no: z.string().trim().min(4).max(40),
    phone: z
      .string()
      .trim()
      .regex(/^\+?\d{5,15}$/)
      .nullish(),
  })
  .superRefine(({ id_type, id_no }, issues) => {
    const parsed =
      id_type === 'resident_id'
        ? parseResidentId(id_no)
        : id_type === 'credit_code'
          ? parseSocialCreditCode(id_no)
          : null
    if (parsed && !parsed.ok) issues.addIssue({ code: 'custom', path: ['id_no'], message: parsed.message_zh })
  })
export type PartyInput = z.infer<typeof party>

const consentInput = z.strictObject({
  given: z.literal(true),
  purpose: z.string().trim().min(2).max(200),
  method: z.string().trim().min(2).max(200),
  data_kinds: z.array(z.enum(dataKinds)).min(1).max(dataKinds.length),
  text_version: z.string().trim().min(1).max(40),
})
export type ConsentInput = z.infer<typeof consentInput>

const kind = z.string().regex(/^[a-z][a-z_]{1,19}$/)
const legInput = z.union([
  z.strictObject({
    kind,
    account_no: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z-]{4,32}$/),
    consent: consentInput,
  }),
  z.strictObject({ kind, opted_out: z.literal(true) }),
])
export type LegInput = z.infer<typeof legInput>

/** What the registry gives when it accepts a sale with linked transfer: the home, the parties, and each account with its own consent. */
export const transferInput = z
  .strictObject({
    unit_id: z.string().optional(),
    unit_code: z.string().optional().openapi({ description: '不动产单元代码, instead of unit_id' }),
    acceptance_no: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z-]{4,40}$/)
      .openapi({ description: 'the registration’s acceptance number' }),
    parties: z.strictObject({ buyers: z.array(party).min(1).max(10), sellers: z.array(party).max(10) }),
    legs: z.array(legInput).min(1).max(10),
  })
  .superRefine(({ unit_id, unit_code, legs }, issues) => {
    if ((unit_id === undefined) === (unit_code === undefined))
      issues.addIssue({ code: 'custom', path: ['unit_id'], message: 'give unit_id or unit_code' })
    legs.forEach((leg, i) => {
      if (legs.findIndex((other) => other.kind === leg.kind) !== i)
        issues.addIssue({ code: 'custom', path: ['legs', i, 'kind'], message: 'one leg of each kind' })
    })
  })
export type TransferInput = z.infer<typeof transferInput>

const text = (max: number) => z.string().trim().min(1).max(max)
export const noInput = z.strictObject({})
export const reasonInput = z.strictObject({ reason: text(500) })
export const entryInput = z.strictObject({
  certificate_no: text(80),
  entered_at: z.iso.datetime({ offset: true }).optional(),
})
export const recheckInput = z.strictObject({ consent: consentInput.optional() })
export const acknowledgeInput = z.strictObject({ utility_ack: text(100).optional() })
export const completeInput = z.strictObject({ utility_ack: text(100).optional() })
export const rejectInput = z.strictObject({
  reason_code: z
    .string()
    .regex(/^[a-z_]{2,40}$/)
    .openapi({ description: 'a code of the dictionary rejection_reason' }),
})

const day = z.string().nullable()
export const leg = z.object({
  id: z.string(),
  transfer_id: z.string(),
  kind: z.string(),
  utility: z.object({ id: z.string(), name: z.string(), name_en: z.string() }).nullable(),
  status: z.enum(legStatusValues),
  account_masked: z.string().nullable(),
  reason_code: z.string().nullable(),
  reason_detail: z.string().nullable(),
  arrears_yuan: z.number().nullable(),
  push_key: z.string().nullable(),
  utility_ack: z.string().nullable(),
  attempts: z.number(),
  pushed_at: day,
  acknowledged_at: day,
  finished_at: day,
  updated_at: z.string(),
  version: z.number(),
  consent: z
    .object({
      is_standing: z.boolean(),
      purpose: z.string(),
      method: z.string(),
      data_kinds: z.array(z.string()),
      text_version: z.string(),
      given_at: z.string(),
      withdrawn_at: day,
    })
    .nullable(),
  clocks: z.array(
    z.object({
      kind: z.string(),
      due_on: z.string(),
      state: z.string(),
      card: z.string(),
      basis_zh: z.string(),
      basis_en: z.string(),
    }),
  ),
  actions: z.array(action),
})
export const legWithMessages = leg.extend({
  reference: z.string(),
  unit_label: z.string(),
  messages: z.array(
    z.object({ direction: z.string(), kind: z.string(), key: z.string(), outcome: z.string(), at: z.string() }),
  ),
})

export const nearDig = z.object({
  id: z.string(),
  reference: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  stage: z.string(),
  distance_m: z.number(),
  expected_backfill_on: z.string(),
})

/** The registry reads all of it; a utility reads the home, and of the legs its own: status and the registry's fields are null for it. */
export const transfer = z.object({
  id: z.string(),
  reference: z.string(),
  unit: z.object({ id: z.string().nullable(), unit_code: z.string().nullable(), label: z.string() }),
  street_name: z.string().nullable(),
  status: z.enum(transferStatusValues).nullable(),
  acceptance_no: z.string().nullable(),
  certificate_no: z.string().nullable(),
  opened_at: day,
  entered_at: day,
  finished_at: day,
  cancel_reason: z.string().nullable(),
  updated_at: z.string(),
  version: z.number(),
  legs: z.array(leg),
  parties: z.array(
    z.object({
      side: z.string(),
      number: z.number(),
      id_type: z.string(),
      name_masked: z.string(),
      has_phone: z.boolean(),
    }),
  ),
  digs: z.array(nearDig),
  actions: z.array(action),
})
export const openedTransfer = transfer.extend({
  tracking: z
    .object({ token: z.string(), href: z.string() })
    .openapi({ description: 'for the buyer; shown this once' }),
})

export const transferQuery = z.strictObject({
  status: z
    .string()
    .optional()
    .openapi({ description: 'statuses, separated by commas: of the case for the registry, of its leg for a utility' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
})
export const transferList = z.object({
  transfers: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      unit_label: z.string(),
      street_name: z.string().nullable(),
      status: z.enum(transferStatusValues).nullable(),
      opened_at: day,
      entered_at: day,
      finished_at: day,
      updated_at: z.string(),
      legs: z.array(
        z.object({
          kind: z.string(),
          status: z.enum(legStatusValues),
          reason_code: z.string().nullable(),
          arrears_yuan: z.number().nullable(),
          updated_at: z.string(),
          version: z.number(),
        }),
      ),
    }),
  ),
  next: z.string().nullable(),
})

const openedParty = z.object({
  side: z.string(),
  number: z.number(),
  name: z.string().optional(),
  id_type: z.string().optional(),
  id_no: z.string().optional(),
  phone: z.string().nullable().optional(),
})
export const parties = z.object({ parties: z.array(openedParty) })
export const legParties = parties.extend({
  acceptance_no: z.string(),
  account_no: z.string(),
  unit_code: z.string().optional(),
  location: z.string().optional(),
  certificate_no: z.string().nullable().optional(),
  entered_at: day,
})

export const recipients = z.object({
  recipients: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string(), name_en: z.string() })),
})

export const counts = z.object({
  since: z.string(),
  streets: z.array(
    z.object({
      admin_code: z.string(),
      street_name: z.string().nullable(),
      centre: z.tuple([z.number(), z.number()]),
      kind: z.string(),
      moving: z.number().nullable(),
      open: z.number().nullable(),
      hidden: z.boolean(),
    }),
  ),
})

export const tracked = z.object({
  unit_label: z.string(),
  street_name: z.string().nullable(),
  is_entered: z.boolean(),
  is_finished: z.boolean(),
  legs: z.array(
    z.object({
      kind: z.string(),
      state: z.string(),
      words_zh: z.string(),
      words_en: z.string(),
      updated_at: z.string(),
    }),
  ),
  digs: z.array(nearDig.omit({ id: true, reference: true }).extend({ is_late: z.boolean() })),
})
