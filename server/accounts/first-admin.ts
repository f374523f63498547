import { randomUUID } from 'node:crypto'
import { systemActor } from '../access/actor.ts'
import type { Parts } from '../http/environment.ts'
import { invite } from './invite.ts'

/** The one-time link of the first administrator, while there is nobody at all who could sign in; else null. */
export function firstAdminLink(parts: Parts, base_url: string): Promise<string | null> {
  const { DISTRICT_CODE: district_code } = parts.config
  return parts.run(systemActor(district_code), async (ctx) => {
    if ((await ctx.tx.one('accounts/count_people', { district_code }))!.count > 0) return null
    const operator = await ctx.tx.one('accounts/find_operator', { district_code })
    const organisation_id = operator?.id ?? randomUUID()
    if (!operator)
      await ctx.tx.run('accounts/insert_organisation', {
        district_code,
        id: organisation_id,
        kind: 'operator',
        name_zh: '平台运营',
        name_en: 'Operator',
        credit_code: null,
        utility_kind: null,
        is_demo: false,
        created_at: ctx.wall.toISOString(),
      })
    return `${base_url}/?invitation=${await invite(ctx, { district_code, organisation_id, role: 'admin' })}`
  })
}
