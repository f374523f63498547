import { createRoute } from '@hono/zod-openapi'
import { systemActor } from '../access/actor.ts'
import { body, nothing, room } from '../http/router.ts'
import { acceptInvitation } from './invite.ts'
import { hashPassword } from './password.ts'
import { acceptInput, signInInput } from './schemas.ts'
import { openSession } from './session.ts'
import { setSessionCookie } from './session-routes.ts'
import { signIn } from './sign-in.ts'

/** Signing in without the demo, and taking an invitation up. */
export const signIns = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/sign-in',
      summary: 'Sign in with login, password and, where enrolled, six digits',
      request: { body: body(signInInput) },
      responses: nothing,
    }),
    async (c) => {
      setSessionCookie(c, await signIn(c.var.parts, c.req.valid('json')))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/accept-invitation',
      summary: 'Take an invitation up and sign in',
      request: { body: body(acceptInput) },
      responses: nothing,
    }),
    async (c) => {
      const input = c.req.valid('json')
      const password_hash = await hashPassword(input.password)
      const { parts } = c.var
      const who = await parts.run(systemActor(parts.config.DISTRICT_CODE), (ctx) =>
        acceptInvitation(ctx, input, password_hash),
      )
      setSessionCookie(c, await openSession(parts.run, who))
      return c.body(null, 204)
    },
  )
