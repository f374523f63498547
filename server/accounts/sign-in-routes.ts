import { createRoute } from '@hono/zod-openapi'
import { systemActor } from '../access/actor.ts'
import { body, json, nothing, problems, room } from '../http/router.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { hashPassword } from './password.ts'
import { readInvitation } from './read-invitation.ts'
import { acceptInput, invitationText, invitationView, signInInput } from './schemas.ts'
import { openSession } from './session.ts'
import { setSessionCookie } from './session-routes.ts'
import { signIn } from './sign-in.ts'

/** Signing in with a password, and taking an invitation up. */
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
      path: '/invitation',
      summary: 'Where an invitation leads; by POST, so that its key stays out of every log',
      request: { body: body(invitationText) },
      responses: { 200: json(invitationView, 'the organisation and the role'), ...problems },
    }),
    async (c) => {
      const { parts } = c.var
      const { invitation } = c.req.valid('json')
      const system = systemActor(parts.config.DISTRICT_CODE)
      return c.json(await parts.run(system, (ctx) => readInvitation(ctx, invitation)), 200)
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
      const { password, ...input } = c.req.valid('json')
      const password_hash = await hashPassword(password)
      const { parts } = c.var
      const session = await parts.run(systemActor(parts.config.DISTRICT_CODE), async (ctx) =>
        openSession(ctx, await acceptInvitation(ctx, input, password_hash)),
      )
      setSessionCookie(c, session)
      return c.body(null, 204)
    },
  )
