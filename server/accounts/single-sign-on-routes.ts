import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { systemActor } from '../access/actor.ts'
import type { Attempt, OpenId } from '../access/open-id.ts'
import { open, seal } from '../access/seal.ts'
import type { Env, Parts } from '../http/environment.ts'
import { Problem } from '../http/problem.ts'
import { body, json, nothing, problems, room } from '../http/router.ts'
import { enterByIdentity } from './enter-by-identity.ts'
import { isSecure, setSessionCookie } from './session-routes.ts'

const attemptCookie = 'dongtu_sign_in'
const lasts_minutes = 10

/** What this browser began: kept by the browser itself, sealed, so that nobody's begin writes a row. */
interface Begun extends Attempt {
  id: string
  invitation: string | null
  expires_at: string
}

/** Signing in at an OpenID Connect issuer: the page asks where to go, and brings back what the issuer answered. */
export const singleSignOn = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/begin',
      summary: 'Where to sign in; with an invitation, whoever comes back takes it up',
      request: { body: body(z.strictObject({ invitation: z.string().max(200).optional() })) },
      responses: { 200: json(z.object({ address: z.url() }), "the issuer's page"), ...problems },
    }),
    async (c) => {
      const { parts } = c.var
      const base = parts.config.PUBLIC_URL ?? new URL(c.req.url).origin
      const { address, attempt } = await issuerOf(parts).begin(new URL('/oidc', base).href)
      const begun: Begun = {
        ...attempt,
        id: randomUUID(),
        invitation: c.req.valid('json').invitation ?? null,
        expires_at: new Date(parts.clock.wall().getTime() + lasts_minutes * 60_000).toISOString(),
      }
      setCookie(c, attemptCookie, seal(parts.keys, JSON.stringify(begun)), {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/api/session',
        maxAge: lasts_minutes * 60,
        secure: isSecure(c),
      })
      return c.json({ address }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/finish',
      summary: "Sign in with the issuer's answer: the query of the address that it sent the browser back to",
      request: { body: body(z.strictObject({ answer: z.string().max(8000) })) },
      responses: nothing,
    }),
    async (c) => {
      const { parts } = c.var
      const issuer = issuerOf(parts)
      const begun = readBegun(c)
      deleteCookie(c, attemptCookie, { path: '/api/session' })
      const system = systemActor(parts.config.DISTRICT_CODE)
      const identity = await issuer.finish(begun, c.req.valid('json').answer).catch(async (error: Error) => {
        const detail = error instanceof Problem ? error.facts : {}
        await parts.run(system, (ctx) =>
          ctx.audit({ action: 'account.sign_in_failed', subject_kind: 'person', subject_id: null, detail }),
        )
        throw error
      })
      const { id: attempt_id, invitation } = begun
      const session = await parts.run(system, (ctx) => enterByIdentity(ctx, identity, { attempt_id, invitation }))
      if (!session) throw new Problem(403, 'accounts/oidc-unknown-person')
      setSessionCookie(c, session)
      return c.body(null, 204)
    },
  )

function issuerOf(parts: Parts): OpenId {
  if (!parts.openId) throw new Problem(404, 'accounts/oidc-off')
  return parts.openId
}

/** What this browser began, while it is young enough. A missing, changed or old one is the same answer: begin again. */
function readBegun(c: RequestContext<Env>): Begun {
  const { keys, clock } = c.var.parts
  try {
    const begun = JSON.parse(open(keys, getCookie(c, attemptCookie) ?? '')) as Begun
    if (new Date(begun.expires_at) > clock.wall()) return begun
  } catch {
    // not ours, or changed: as good as none
  }
  throw new Problem(401, 'accounts/oidc-expired')
}
