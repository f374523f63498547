import { randomUUID } from 'node:crypto'
import { newCredential, parseCredential, secretMatches } from '../access/secret.ts'
import type { Context } from '../context.ts'
import type { MemberRole } from '../db/queries.gen.ts'
import { field, invalid, notFound, Problem } from '../http/problem.ts'

const lasts_days = 7

/** Invites somebody into an organisation in a role; the text is the one-time key of their link, readable only now. */
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

export interface NewPerson {
  invitation: string
  login: string
  name_zh: string
  name_en: string
  password: string
}

/** Takes an invitation up, once: makes the person with their password. Runs as the system; returns the person's id. */
export async function acceptInvitation(
  ctx: Context,
  input: NewPerson,
  password_hash: string,
): Promise<{ district_code: number; person_id: string }> {
  const credential = parseCredential('dgi', input.invitation)
  if (!credential) throw new Problem(404, 'accounts/no-such-invitation')
  const wall = ctx.wall.toISOString()
  const key = { district_code: credential.district_code, id: credential.id }
  const taken = await ctx.tx.one('accounts/take_invitation', { ...key, wall })
  if (!taken || !secretMatches(credential.secret, taken.secret_hash))
    throw new Problem(404, 'accounts/no-such-invitation')
  const login = input.login.trim().toLowerCase()
  if (await ctx.tx.one('accounts/find_login', { district_code: key.district_code, login }))
    throw invalid('accounts/invalid', [
      field('/login', 'accounts/login-taken', '登录名已被使用', 'this login is taken'),
    ])
  const person_id = randomUUID()
  await ctx.tx.run('accounts/insert_person', {
    district_code: key.district_code,
    id: person_id,
    organisation_id: taken.organisation_id,
    login,
    name_zh: input.name_zh,
    name_en: input.name_en,
    role: taken.role,
    locale: 'zh-CN',
    password_hash,
    phone_sealed: null,
    is_demo: false,
    created_at: wall,
  })
  await ctx.audit({
    action: 'account.create',
    district_code: key.district_code,
    subject_kind: 'person',
    subject_id: person_id,
    detail: { role: taken.role },
  })
  return { district_code: key.district_code, person_id }
}
