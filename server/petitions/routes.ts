import { createRoute, z } from '@hono/zod-openapi'
import { etagOf } from '../http/if-match.ts'
import { body, json, problems, room } from '../http/router.ts'
import { findPetition, petitionKey, viewPetition } from './find.ts'
import { listPetitions } from './list.ts'
import { readContact } from './read-contact.ts'
import { contact, contactInput, petition, petitionQuery, petitionSummary, unitsOf } from './schemas.ts'
import { unitsFor } from './units.ts'

const petitionId = z.object({ id: z.string() })

/** Requests around digs (诉求), read: by staff, by the unit that answers one, by the third party that judges it. */
export const petitions = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Requests, the newest first; without their words',
      request: { query: petitionQuery },
      responses: {
        200: json(z.object({ petitions: z.array(petitionSummary), next: z.string().nullable() }), 'a page of them'),
        ...problems,
      },
    }),
    async (c) => c.json(await c.var.run((ctx) => listPetitions(ctx, c.req.valid('query'))), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One request with its dispatches and answers',
      request: { params: petitionId },
      responses: { 200: json(petition, 'the request'), ...problems },
    }),
    async (c) => {
      const seen = await c.var.run((ctx) => viewPetition(ctx, petitionKey(c.req.valid('param').id)))
      return c.json(seen, 200, { etag: etagOf(seen.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/units',
      summary: 'Whom it may be dispatched to, and who may judge the answer',
      request: { params: petitionId },
      responses: { 200: json(unitsOf, 'the promoter of its dig first'), ...problems },
    }),
    async (c) => {
      const key = petitionKey(c.req.valid('param').id)
      return c.json(await c.var.run(async (ctx) => unitsFor(ctx, await findPetition(ctx, key))), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/contact',
      summary: 'Read what the petitioner gave to be reached by, with a reason that the audit keeps',
      request: { params: petitionId, body: body(contactInput) },
      responses: { 200: json(contact, 'nulls where nothing was given'), ...problems },
    }),
    async (c) => {
      const key = petitionKey(c.req.valid('param').id)
      const { reason } = c.req.valid('json')
      const found = await c.var.run(async (ctx) =>
        readContact(ctx, c.var.parts.keys, await findPetition(ctx, key), reason),
      )
      return c.json(found, 200, { 'cache-control': 'no-store' })
    },
  )
