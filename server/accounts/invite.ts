import { newCredential } from '../access/secret.ts'
import type { Context } from '../context.ts'
import type { MemberRole } from '../db/queries.gen.ts'
import { field, invalid, notFound } from '../http/problem.ts'
import { rolesOf } from './roles-of.ts'

const lasts_days = 7

/** Invites somebody into an organisation, in a role that fits its kind; the text is the one-time key of their link, readable only now. */
export async function invite(
  ctx: Context,
  input: { district_code: number; organisation_id: string; role: MemberRole },
): Promise<string> {
  const { text, id, secret_hash } = newCredential('dgi', input.district_code)
  const organisation = await ctx.tx.one('projects/find_organisation', {
    district_code: input.district_code,
    id: input.organisation_id,
  })
  if (!organisation) throw notFound('organisations')
  if (!rolesOf[organisation.kind].includes(input.role))
    throw invalid('accounts/invalid', [
      field(
        '/role',
        'accounts/role-unfit',
        '该类机构没有这个角色',
        'an organisation of this kind has nobody in this role',
      ),
    ])
  await ctx.tx.run('accounts/insert_invitation', {
    ...input,
    id,
    secret_hash,
    created_by: ctx.actor.id,
    created_at: ctx.wall.toISOString(),
    expires_at: new Date(ctx.wall.getTime() + lasts_days * 86_400_000).toISOString(),
  })
  await ctx.audit({
    action: 'account.invite',
    subject_kind: 'invitation',
    subject_id: id,
    detail: { role: input.role, organisation_id: input.organisation_id },
  })
  return text
}
