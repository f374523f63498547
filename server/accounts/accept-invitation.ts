import { randomUUID } from 'node:crypto'
import { parseCredential, secretMatches } from '../access/secret.ts'
import type { Context } from '../context.ts'
import { field, invalid, Problem } from '../http/problem.ts'

export interface NewPerson {
  invitation: string
  login: string
  name_zh: string
  name_en: string
}

/**
 * Takes an invitation up, once: makes the person, in the invitation's organisation and role. Without a password they come
 * in by the issuer only. Runs as the system; returns the person's key.
 */
export async function acceptInvitation(
  ctx: Context,
  input: NewPerson,
  password_hash: string | null,
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
