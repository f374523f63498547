import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Env } from '../http/environment.ts'
import { bearersOf } from '../http/bearers.ts'
import { sessionCookie } from '../http/identify.ts'
import { publicId } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'
import { endSession, openSession } from './session.ts'

const session = z.object({
  role: z.string(),
  person_id: z.string().nullable(),
  name: z.string().nullable(),
  name_en: z.string().nullable(),
  organisation: z.string().nullable(),
  organisation_en: z.string().nullable(),
  organisation_id: z.string().nullable(),
  district_code: z.number(),
  today: z.string(),
  now: z.string(),
  demo: z.boolean(),
  single_sign_on: z
    .object({ name: z.string().nullable() })
    .nullable()
    .openapi({ description: 'the issuer that people may sign in at, or null' }),
})
const answer = {
  200: { description: 'who is calling, and what day it is', content: { 'application/json': { schema: session } } },
  ...problems,
}

/** Who am I, signing in with a token, signing out. Passwords and OpenID are in sign-in routes beside this. */
export const sessions = room()
  .openapi(createRoute({ method: 'get', path: '/', summary: 'Who is calling', responses: answer }), (c) =>
    c.json(whoAmI(c), 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Sign a browser in with a bearer token',
      request: {
        body: {
          required: true,
          content: { 'application/json': { schema: z.strictObject({ token: z.string().max(200) }) } },
        },
      },
      responses: { 204: { description: 'signed in: the cookie is set' }, ...problems },
    }),
    async (c) => {
      const { parts } = c.var
      const { actor } = await bearersOf(parts).find('dgt', c.req.valid('json').token)
      const person = { district_code: actor.district_code, person_id: actor.id! }
      setSessionCookie(c, await parts.run(systemActor(actor.district_code), (ctx) => openSession(ctx, person)))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/',
      summary: 'Sign out',
      responses: { 204: { description: 'signed out' }, ...problems },
    }),
    async (c) => {
      if (c.var.session_id) {
        await endSession(c.var.parts.run, { district_code: c.var.actor.district_code, id: c.var.session_id })
        bearersOf(c.var.parts).forget()
      }
      deleteCookie(c, sessionCookie, { path: '/' })
      return c.body(null, 204)
    },
  )

export function setSessionCookie(c: RequestContext<Env>, text: string): void {
  setCookie(c, sessionCookie, text, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(c),
  })
}

/** Behind a proxy that ends TLS the request itself is plain: the public address says what the browser sees. */
export const isSecure = (c: RequestContext<Env>): boolean =>
  (c.var.parts.config.PUBLIC_URL ?? c.req.url).startsWith('https:')

function whoAmI(c: RequestContext<Env>): z.infer<typeof session> {
  const { actor, parts } = c.var
  const now = parts.clock.now()
  return {
    role: actor.role,
    person_id: actor.id ? publicId('psn', actor.district_code, actor.id) : null,
    name: actor.name,
    name_en: actor.name_en ?? null,
    organisation: actor.organisation_name,
    organisation_en: actor.organisation_name_en ?? null,
    organisation_id: actor.organisation_id ? publicId('org', actor.district_code, actor.organisation_id) : null,
    district_code: actor.district_code,
    today: shanghaiDay(now),
    now: now.toISOString(),
    demo: parts.demo,
    single_sign_on: parts.openId && { name: parts.openId.name },
  }
}
