import { createRoute, z } from '@hono/zod-openapi'
import { randomUUID } from 'node:crypto'
import { seal } from '../access/seal.ts'
import { bearersOf } from '../http/bearers.ts'
import { field, invalid, notFound, Problem } from '../http/problem.ts'
import { parsePublicId, publicId } from '../http/public-id.ts'
import { body, json, nothing, problems, room } from '../http/router.ts'
import { parseSocialCreditCode } from '../projects/codes/social-credit-code.ts'
import { invite } from './invite.ts'
import { idParam, inviteInput, organisation, organisationInput, person, token, tokenInput } from './schemas.ts'
import { createToken } from './token.ts'
import { newTotp, totpMatches } from './totp.ts'

function only(role: string, ...allowed: string[]): void {
  if (role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (!allowed.includes(role)) throw new Problem(403, 'accounts/not-allowed')
}

/** Organisations and people of the operator's district. */
export const accounts = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/organisations',
      summary: 'Organisations',
      responses: { 200: json(z.object({ organisations: z.array(organisation) }), 'by name'), ...problems },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      const rows = await c.var.run(({ tx, actor }) =>
        tx.many('accounts/list_organisations', { district_code: actor.district_code }),
      )
      return c.json(
        {
          organisations: rows.map(({ district_code, ...row }) => ({
            ...row,
            id: publicId('org', district_code, row.id),
          })),
        },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/organisations',
      summary: 'A new organisation',
      request: { body: body(organisationInput) },
      responses: { 201: json(z.object({ id: z.string() }), 'its id'), ...problems },
    }),
    async (c) => {
      only(c.var.actor.role, 'admin')
      const input = c.req.valid('json')
      if (input.credit_code && !parseSocialCreditCode(input.credit_code).ok)
        throw invalid('accounts/invalid', [
          field(
            '/credit_code',
            'accounts/credit-code-invalid',
            '统一社会信用代码校验不通过',
            'the credit code fails its check digit',
          ),
        ])
      const id = randomUUID()
      const { district_code } = c.var.actor
      await c.var.run(async (ctx) => {
        await ctx.tx.run('accounts/insert_organisation', {
          district_code,
          id,
          ...input,
          credit_code: input.credit_code ?? null,
          utility_kind: input.utility_kind ?? null,
          is_demo: false,
          created_at: ctx.wall.toISOString(),
        })
        await ctx.audit({
          action: 'organisation.create',
          subject_kind: 'organisation',
          subject_id: id,
          detail: { kind: input.kind },
        })
      })
      return c.json({ id: publicId('org', district_code, id) }, 201)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/people',
      summary: 'People: all for the operator, colleagues for everybody else',
      responses: { 200: json(z.object({ people: z.array(person) }), 'by login'), ...problems },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      const rows = await c.var.run(({ tx, actor }) =>
        tx.many('accounts/list_people', { district_code: actor.district_code }),
      )
      const shown = rows.map(({ district_code, ...row }) => ({
        ...row,
        id: publicId('psn', district_code, row.id),
        organisation_id: publicId('org', district_code, row.organisation_id),
      }))
      return c.json({ people: shown }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/invitations',
      summary: 'Invite somebody: the link works once, for a week',
      request: { body: body(inviteInput) },
      responses: { 201: json(z.object({ invitation: z.string() }), 'the key of the link, shown once'), ...problems },
    }),
    async (c) => {
      only(c.var.actor.role, 'admin')
      const { organisation_id, role } = c.req.valid('json')
      const key = parsePublicId('org', organisation_id)
      if (!key || key.district_code !== c.var.actor.district_code) throw notFound('organisations')
      const invitation = await c.var.run((ctx) =>
        invite(ctx, { district_code: key.district_code, organisation_id: key.id, role }),
      )
      return c.json({ invitation }, 201)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/people/{id}/disable',
      summary: 'End an account; its sessions and tokens end with it',
      request: { params: idParam },
      responses: nothing,
    }),
    async (c) => {
      only(c.var.actor.role, 'admin')
      const key = parsePublicId('psn', c.req.valid('param').id)
      if (!key) throw notFound('people')
      await c.var.run(async (ctx) => {
        if (!(await ctx.tx.one('accounts/disable_person', { ...key, wall: ctx.wall.toISOString() })))
          throw notFound('people')
        await ctx.audit({ action: 'account.disable', subject_kind: 'person', subject_id: key.id })
      })
      bearersOf(c.var.parts).forget()
      return c.body(null, 204)
    },
  )
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
      return c.json({ token: text }, 201)
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
      return c.json(newTotp(c.var.actor.name ?? ''), 200)
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
