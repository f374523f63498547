import { systemActor } from '../access/actor.ts'
import { open } from '../access/seal.ts'
import type { Parts } from '../http/environment.ts'
import { Problem } from '../http/problem.ts'
import { passwordMatches } from './password.ts'
import { openSession } from './session.ts'
import { totpMatches } from './totp.ts'

const mostFailures = 5
const locked_minutes = 5

/**
 * Signs a person in by login, password and, where enrolled, six digits; returns the session's text. A wrong login, password or
 * code give the same answer; five failures lock the login for five minutes (423).
 */
export async function signIn(parts: Parts, input: { login: string; password: string; code?: string }): Promise<string> {
  const { run, keys, clock, config } = parts
  const system = systemActor(config.DISTRICT_CODE)
  const login = { district_code: config.DISTRICT_CODE, login: input.login.trim().toLowerCase() }
  const person = await run(system, ({ tx }) => tx.one('accounts/find_login', login))
  const wall = clock.wall()
  if (person?.locked_until && new Date(person.locked_until) > wall)
    throw new Problem(423, 'accounts/locked', { until: person.locked_until })
  const isPassword = await passwordMatches(input.password, person?.password_hash ?? null) // 0.3 s of work: outside of any transaction
  const secret = person?.totp_secret_sealed ? open(keys, person.totp_secret_sealed) : null
  if (isPassword && secret && !input.code) throw new Problem(401, 'accounts/code-needed')
  const isRight = isPassword && (secret === null || totpMatches(secret, input.code!, wall))
  const session = await run(system, async (ctx) => {
    if (person)
      await ctx.tx.run('accounts/note_sign_in', {
        ...login,
        is_right: isRight,
        most: mostFailures,
        locked_until: new Date(wall.getTime() + locked_minutes * 60_000).toISOString(),
      })
    await ctx.audit({
      action: isRight ? 'account.sign_in' : 'account.sign_in_failed',
      subject_kind: 'person',
      subject_id: person?.id ?? null,
    })
    return person && isRight ? openSession(ctx, { district_code: login.district_code, person_id: person.id }) : null
  })
  if (!session) throw new Problem(401, 'accounts/wrong-sign-in')
  return session
}
