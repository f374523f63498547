import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { ConsentInput } from './schemas.ts'

/** Keeps the receipt of a separate consent for one recipient (个人信息保护法 第23条). */
export async function insertConsent(
  ctx: Context,
  leg: { district_code: number; id: string; registry_id: string; kind: string; recipient_id: string },
  consent: ConsentInput,
): Promise<void> {
  const { district_code, id, registry_id, kind, recipient_id } = leg
  await ctx.tx.run('transfers/insert_consent', {
    district_code,
    id: randomUUID(),
    case_id: id,
    leg_kind: kind,
    recipient_id,
    registry_id,
    purpose: consent.purpose,
    method: consent.method,
    data_kinds: consent.data_kinds,
    text_version: consent.text_version,
    now: ctx.now.toISOString(),
  })
  await ctx.audit({
    action: 'consent.give',
    district_code,
    subject_kind: 'transfer',
    subject_id: id,
    detail: { kind, data_kinds: consent.data_kinds, text_version: consent.text_version },
  })
}
