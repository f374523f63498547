import { randomUUID } from 'node:crypto'
import { findRule } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { consentKindValues, type ConsentKind } from '../db/queries.gen.ts'
import { queueMessage } from '../messages/queue.ts'
import { findUnit } from '../projects/find-unit.ts'
import { findConsent, moveConsent } from './move-consent.ts'
import type { PermitRow } from './move.ts'

/** When another authority is concerned (every condition named must be met; ground by theme or by layer) and who that is: the rule `consent.<kind>`. */
interface ConsentRule {
  asks: { duty: string; kind?: string }
  kinds?: string[]
  overlap_m2?: number
  themes?: string[]
  layers?: string[]
}

/**
 * One window: an application goes to every authority concerned at once, each on a clock of its own (一窗受理、内部流转、限时办结). Which are concerned is
 * data; carriageway concerns the traffic police (城市道路管理条例 30).
 */
export async function askConsents(ctx: Context, permit: PermitRow): Promise<void> {
  const { district_code, project_id } = permit
  for (const kind of consentKindValues) {
    const rule = await findRule(ctx, district_code, `consent.${kind}`, shanghaiDay(ctx.now))
    if (!rule) continue
    const { asks, kinds = null, overlap_m2 = null, themes = null, layers = null } = rule.value as ConsentRule
    const when = { district_code, project_id, kinds, overlap_m2, themes, layers }
    const dig = await ctx.system(() => ctx.tx.one('permits/find_concern', when))
    if (dig?.concerned) await askConsent(ctx, permit, kind, asks)
  }
}

/** Where no such authority takes part, the deciding one is asked: it records the paper that the other signed. */
async function askConsent(
  ctx: Context,
  permit: PermitRow,
  kind: ConsentKind,
  asks: ConsentRule['asks'],
): Promise<void> {
  const { district_code, project_id, promoter_id, contractor_id } = permit
  const authority_id = (await findUnit(ctx, permit, asks)) ?? permit.authority_id
  const id = randomUUID()
  await ctx.system(() =>
    ctx.tx.run('permits/insert_consent', {
      district_code,
      id,
      permit_id: permit.id,
      project_id,
      kind,
      authority_id,
      promoter_id,
      contractor_id,
      now: ctx.now.toISOString(),
    }),
  )
  await moveConsent(ctx, 'ask', await findConsent(ctx, { district_code, id }), { seen: null })
  await queueMessage(ctx, {
    template: 'consent.asked',
    params: { reference: permit.reference },
    to: { organisation_id: authority_id },
    subject: { district_code, subject_kind: 'consent', subject_id: id },
  })
}

/** Why another authority still holds a grant up, or null. */
export async function consentGuard(
  ctx: Context,
  permit: { district_code: number; id: string },
): Promise<string | null> {
  const consents = await ctx.system(() =>
    ctx.tx.many('permits/list_consents', { district_code: permit.district_code, permit_id: permit.id }),
  )
  if (consents.some(({ status }) => status === 'withheld')) return 'permits/consent-withheld'
  return consents.some(({ status }) => status === 'asked') ? 'permits/consent-missing' : null
}
