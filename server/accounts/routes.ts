import { createRoute, z } from '@hono/zod-openapi'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, publicId } from '../http/public-id.ts'
import { bearersOf } from '../http/bearers.ts'
import { body, json, nothing, problems, room } from '../http/router.ts'
import { createOrganisation } from './create-organisation.ts'
import { disablePerson } from './disable-person.ts'
import { invite } from './invite.ts'
import { rolesOf } from './roles-of.ts'
import { idParam, invitation, inviteInput, organisation, organisationInput, person } from './schemas.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

function only(role: string, ...allowed: string[]): void {
  if (role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (!allowed.includes(role)) throw new Problem(403, 'accounts/not-allowed')
}

/** Organisations and people of the operator's district. What a person keeps for themselves is in own routes beside this. */
export const accounts = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/organisations',
      summary: 'Organisations',
      responses: { 200: json(z.object({ organisations: z.array(organisation) }), 'oldest first'), ...problems },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      const rows = await c.var.run(({ tx, actor }) =>
        tx.many('accounts/list_organisations', { district_code: actor.district_code }),
      )
      const shown = rows.map(({ district_code, ...row }) => ({
        ...row,
        id: publicId('org', district_code, row.id),
        roles: [...rolesOf[row.kind]],
      }))
      return c.json({ organisations: shown }, 200)
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
      return c.json({ id: await c.var.run((ctx) => createOrganisation(ctx, c.req.valid('json'))) }, 201)
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
      path: '/people/{id}/disable',
      summary: 'End an account; its sessions and tokens end with it',
      request: { params: idParam },
      responses: nothing,
    }),
    async (c) => {
      only(c.var.actor.role, 'admin')
      await c.var.run((ctx) => disablePerson(ctx, c.req.valid('param').id))
      bearersOf(c.var.parts).forget()
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/invitations',
      summary: 'Invitations that can still be taken up',
      responses: { 200: json(z.object({ invitations: z.array(invitation) }), 'newest first'), ...problems },
    }),
    async (c) => {
      only(c.var.actor.role, 'admin')
      const rows = await c.var.run(({ tx, actor, wall }) =>
        tx.many('accounts/list_invitations', { district_code: actor.district_code, wall: wall.toISOString() }),
      )
      const shown = rows.map(({ district_code, ...row }) => ({
        ...row,
        id: publicId('inv', district_code, row.id),
        organisation_id: publicId('org', district_code, row.organisation_id),
      }))
      return c.json({ invitations: shown }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/invitations',
      summary: 'Invite somebody: the link works once, for a week',
      request: { body: body(inviteInput) },
      responses: {
        201: json(z.object({ invitation: z.string(), link: z.string() }), 'its key and its link, shown once'),
        ...problems,
      },
    }),
    async (c) => {
      only(c.var.actor.role, 'admin')
      const { organisation_id, role } = c.req.valid('json')
      const key = parsePublicId('org', organisation_id)
      if (!key || key.district_code !== c.var.actor.district_code) throw notFound('organisations')
      const text = await c.var.run((ctx) =>
        invite(ctx, { district_code: key.district_code, organisation_id: key.id, role }),
      )
      const base = c.var.parts.config.PUBLIC_URL ?? new URL(c.req.url).origin
      const link = `${base.replace(/\/$/, '')}/?invitation=${text}`
      return c.json({ invitation: text, link }, 201, { 'cache-control': 'no-store' })
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/invitations/{id}',
      summary: 'Take an invitation back before it is used',
      request: { params: idParam },
      responses: nothing,
    }),
    async (c) => {
      only(c.var.actor.role, 'admin')
      await c.var.run((ctx) => withdrawInvitation(ctx, c.req.valid('param').id))
      return c.body(null, 204)
    },
  )
