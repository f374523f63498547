import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { publicActor, systemActor, type Actor } from '../access/actor.ts'
import { parseCredential, secretMatches, type Credential } from '../access/secret.ts'
import type { Env, Parts } from './environment.ts'
import { Problem } from './problem.ts'

export const sessionCookie = 'dongtu_session'

/**
 * Who is calling: a bearer token, a session cookie, or the public. A wrong or ended credential is 401, never the public.
 * A cookie that writes must come from our own pages (Sec-Fetch-Site), so that no other page can act for a person.
 */
export function identify(parts: Parts): MiddlewareHandler<Env> {
  return async (c, next) => {
    const header = c.req.header('authorization')
    const cookie = getCookie(c, sessionCookie)
    let actor: Actor = publicActor(parts.config.DISTRICT_CODE)
    let session_id: string | null = null
    if (header) {
      const credential = parseCredential('dgt', header.replace(/^Bearer\s+/i, ''))
      actor = await bearer(parts, 'access/find_token_bearer', credential)
    } else if (cookie) {
      const credential = parseCredential('dgs', cookie)
      const found = await bearer(parts, 'access/find_session_bearer', credential).catch(() => null)
      if (found && crossSite(c.req.method, c.req.header('sec-fetch-site')))
        throw new Problem(403, 'accounts/cross-site')
      if (found) actor = found
      session_id = found ? credential!.id : null
    }
    c.set('actor', actor)
    c.set('session_id', session_id)
    c.set('run', (work, options) => parts.run(actor, work, { request_id: c.var.request_id, ...options }))
    await next()
  }
}

async function bearer(
  parts: Parts,
  query: 'access/find_token_bearer' | 'access/find_session_bearer',
  credential: Credential | null,
): Promise<Actor> {
  if (!credential) throw new Problem(401, 'accounts/unknown-credential')
  const { district_code, id, secret } = credential
  const found = await parts.run(systemActor(district_code), ({ tx, wall }) =>
    tx.one(query, { district_code, id, wall: wall.toISOString() }),
  )
  if (!found || !secretMatches(secret, found.secret_hash)) throw new Problem(401, 'accounts/unknown-credential')
  return {
    role: found.role,
    id: found.id,
    name: found.name_zh,
    name_en: found.name_en,
    organisation_id: found.organisation_id,
    organisation_name: found.organisation_name,
    organisation_name_en: found.organisation_name_en,
    district_code: found.district_code,
    districts: [found.district_code],
  }
}

function crossSite(method: string, site: string | undefined): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method) && site !== undefined && !['same-origin', 'none'].includes(site)
}
