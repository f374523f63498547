import { createRoute, z } from '@hono/zod-openapi'
import { seal } from '../access/seal.ts'
import { field, invalid, notFound, Problem } from '../http/problem.ts'
import { parsePublicId, publicId } from '../http/public-id.ts'
import { bearersOf } from '../http/bearers.ts'
import { body, json, nothing, problems, room } from '../http/router.ts'
import { idParam, token, tokenInput } from './schemas.ts'
import { createToken } from './token.ts'
import { newTotp, totpMatches } from './totp.ts'

/** What each person keeps for themselves: the tokens of their programs, and the second factor. */
export const ownAccount = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/tokens',
      summary: "The caller's bearer tokens",
      responses: { 200: json(z.object({ tokens: z.array(token) }), 'newest first'), ...problems },
    }),
    async (c) => {
      if (!c.var.actor.id) throw new Problem(401, 'accounts/unknown-credential')
      const rows = await c.var.run(({ tx, actor }) =>
        tx.many('accounts/list_tokens', { district_code: actor.district_code, person_id: actor.id }),
      )
      return c.json(
        { tokens: rows.map(({ district_code, ...row }) => ({ ...row, id: publicId('tok', district_code, row.id) })) },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/tokens',
      summary: 'A bearer token for a program; shown once',
      request: { body: body(tokenInput) },
      responses: { 201: json(z.object({ token: z.string() }), 'the token'), ...problems },
    }),
    async (c) => {
      if (!c.var.actor.id) throw new Problem(401, 'accounts/unknown-credential')
      const { label, expires_at } = c.req.valid('json')
      const text = await c.var.run(async (ctx) => {
        const made = await createToken(ctx, {
          district_code: ctx.actor.district_code,
          person_id: ctx.actor.id!,
          label,
          expires_at: expires_at ?? null,
        })
        await ctx.audit({ action: 'account.token', subject_kind: 'person', subject_id: ctx.actor.id })
        return made
      })
      return c.json({ token: text }, 201, { 'cache-control': 'no-store' })
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/tokens/{id}',
      summary: 'Revoke a token',
      request: { params: idParam },
      responses: nothing,
    }),
    async (c) => {
      if (!c.var.actor.id) throw new Problem(401, 'accounts/unknown-credential')
      const key = parsePublicId('tok', c.req.valid('param').id)
      if (!key) throw notFound('tokens')
      await c.var.run(async (ctx) => {
        if (!(await ctx.tx.one('accounts/revoke_token', { ...key, wall: ctx.wall.toISOString() })))
          throw notFound('tokens')
        await ctx.audit({ action: 'account.token_revoked', subject_kind: 'person', subject_id: ctx.actor.id })
      })
      bearersOf(c.var.parts).forget()
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/second-factor',
      summary: 'Begin to enrol a second factor',
      responses: {
        200: json(z.object({ secret: z.string(), address: z.string() }), 'for an authenticator'),
        ...problems,
      },
    }),
    (c) => {
      if (!c.var.actor.id) throw new Problem(401, 'accounts/unknown-credential')
      return c.json(newTotp(c.var.actor.name ?? ''), 200, { 'cache-control': 'no-store' })
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/second-factor',
      summary: 'Confirm the second factor with its six digits',
      request: { body: body(z.strictObject({ secret: z.string().regex(/^[A-Z2-7]{32}$/), code: z.string().max(12) })) },
      responses: nothing,
    }),
    async (c) => {
      if (!c.var.actor.id) throw new Problem(401, 'accounts/unknown-credential')
      const { secret, code } = c.req.valid('json')
      if (!totpMatches(secret, code, c.var.parts.clock.wall()))
        throw invalid('accounts/invalid', [
          field('/code', 'accounts/code-wrong', '动态码不正确', 'the six digits do not fit'),
        ])
      await c.var.run(async (ctx) => {
        await ctx.tx.run('accounts/set_second_factor', {
          district_code: ctx.actor.district_code,
          id: ctx.actor.id,
          secret_sealed: seal(c.var.parts.keys, secret),
        })
        await ctx.audit({ action: 'account.second_factor', subject_kind: 'person', subject_id: ctx.actor.id })
      })
      return c.body(null, 204)
    },
  )
