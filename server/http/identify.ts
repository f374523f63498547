import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { publicActor, type Actor } from '../access/actor.ts'
import { bearersOf } from './bearers.ts'
import type { Env, Parts } from './environment.ts'
import type { Take } from './limit.ts'
import { Problem } from './problem.ts'

export const sessionCookie = 'dongtu_session'

/**
 * Who is calling: a bearer token, a session cookie, or the public; and whether they may call so often. A wrong or ended credential is 401, never the
 * public, and counts against its address. A cookie that writes must come from our own pages (Sec-Fetch-Site), so that no other page can act for a person.
 */
export function identify(parts: Parts, take: Take): MiddlewareHandler<Env> {
  const bearers = bearersOf(parts)
  const stranger = publicActor(parts.config.DISTRICT_CODE)
  return async (c, next) => {
    const header = c.req.header('authorization')
    const cookie = getCookie(c, sessionCookie)
    let actor: Actor = stranger
    let session_id: string | null = null
    if (header) {
      const found = await bearers.find('dgt', header.replace(/^Bearer\s+/i, '')).catch((error: Error) => {
        if (error instanceof Problem) take(c, stranger)
        throw error
      })
      actor = found.actor
    } else if (cookie) {
      const found = await bearers.find('dgs', cookie).catch(() => null)
      if (found && crossSite(c.req.method, c.req.header('sec-fetch-site')))
        throw new Problem(403, 'accounts/cross-site')
      if (found) actor = found.actor
      session_id = found?.id ?? null
    }
    take(c, actor)
    c.set('actor', actor)
    c.set('session_id', session_id)
    c.set('run', (work, options) => parts.run(actor, work, { request_id: c.var.request_id, ...options }))
    await next()
  }
}

function crossSite(method: string, site: string | undefined): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method) && site !== undefined && !['same-origin', 'none'].includes(site)
}
