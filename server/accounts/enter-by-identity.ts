import type { Identity } from '../access/open-id.ts'
import type { Context } from '../context.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { login as loginShape } from './schemas.ts'
import { openSession } from './session.ts'

/**
 * Signs in whom the issuer says it is, as the person that its subject is bound to, or that has its login, or whose invitation
 * this browser came with. The issuer says who somebody is and never what they may: a stranger stays one (403). Runs as the
 * system; `attempt_id` opens one session. Null: a stranger, for the caller to note and to refuse.
 */
export async function enterByIdentity(
  ctx: Context,
  identity: Identity,
  how: { attempt_id: string; invitation: string | null },
): Promise<string | null> {
  const { district_code } = ctx.actor
  const person_id = await recognise(ctx, identity, how.invitation)
  await ctx.audit({
    action: person_id ? 'account.sign_in' : 'account.sign_in_failed',
    subject_kind: 'person',
    subject_id: person_id,
    detail: { issuer: identity.issuer },
  })
  return person_id ? openSession(ctx, { district_code, person_id }, how.attempt_id) : null
}

async function recognise(ctx: Context, identity: Identity, invitation: string | null): Promise<string | null> {
  const { district_code } = ctx.actor
  const { issuer, subject, login } = identity
  const bound = await ctx.tx.one('accounts/find_identity', { district_code, issuer, subject })
  if (bound) return bound.disabled_at ? null : bound.id
  if (!login) return null
  const first = await bind(ctx, { issuer, subject, login })
  return first ?? (invitation ? join(ctx, { ...identity, login }, invitation) : null)
}

/** Binds the subject to the person of this login, if there is one that nobody was bound to yet. */
async function bind(
  ctx: Context,
  identity: { issuer: string; subject: string; login: string },
): Promise<string | null> {
  const { district_code } = ctx.actor
  const found = await ctx.tx.one('accounts/bind_identity', { district_code, ...identity })
  if (!found) return null
  const { issuer, subject } = identity
  await ctx.audit({
    action: 'account.bind_identity',
    subject_kind: 'person',
    subject_id: found.id,
    detail: { issuer, subject },
  })
  return found.id
}

/** Takes the invitation up with what the issuer tells: a person without a password. */
async function join(ctx: Context, identity: Identity & { login: string }, invitation: string): Promise<string | null> {
  const { login } = identity
  if (!loginShape.safeParse(login).success)
    throw invalid('accounts/invalid', [
      field(
        '/login',
        'accounts/login-unfit',
        '登录服务给出的用户名不能使用',
        'the login that the issuer tells cannot be used',
      ),
    ])
  const name = identity.name ?? login
  const made = await acceptInvitation(ctx, { invitation, login, name_zh: name, name_en: name }, null)
  if (made.district_code !== ctx.actor.district_code) throw new Problem(404, 'accounts/no-such-invitation')
  return bind(ctx, identity)
}
