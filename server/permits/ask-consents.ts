import { randomUUID } from 'node:crypto'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'
import { trafficPoliceOf } from '../projects/traffic.ts'
import { findConsent, moveConsent } from './move-consent.ts'
import type { PermitRow } from './move.ts'

/**
 * Asks the traffic police for their consent, on a clock of its own, when the dig takes carriageway (城市道路管理条例 30; kinds and area are data).
 * Where no traffic police take part, the deciding authority is asked: it records the paper that they signed.
 */
export async function askConsents(ctx: Context, permit: PermitRow): Promise<void> {
  const { district_code, project_id, promoter_id, contractor_id } = permit
  const kind = 'traffic_consent'
  const rule = await ruleFor(ctx, district_code, `consent.${kind}`, shanghaiDay(ctx.now))
  const { kinds, overlap_m2 } = rule.value
  const dig = await ctx.system(() =>
    ctx.tx.one('permits/find_carriageway', { district_code, project_id, kinds, overlap_m2 }),
  )
  if (!dig?.takes) return
  const authority_id = (await trafficPoliceOf(ctx, permit)) ?? permit.authority_id
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

/** Why a second authority still holds a grant up, or null. */
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
