import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { ifMatch } from '../http/if-match.ts'
import { Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { registerProject } from '../projects/register.ts'
import { projectInput } from '../projects/schemas.ts'
import { actFor } from './act-for.ts'
import { applyForPermit } from './apply.ts'
import { findMandate, giveMandate, shownMandate, withdrawMandate } from './give-mandate.ts'
import { handInDocument } from './hand-in.ts'
import { findPermit, permitKey } from './move.ts'
import * as schemas from './schemas.ts'
import { viewPermit } from './view.ts'

const mandateId = schemas.mandateId
const filed = z.object({ id: z.string(), reference: z.string() })
const ofMandate = (further: string) => mandateId.extend({ [further]: z.string() })

/** Agents of the counter (帮办代办): a firm's mandate, and what is done by it in the firm's name. */
export const mandates = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'The mandates that the caller gave, was given, or audits',
      responses: { 200: json(z.object({ mandates: z.array(schemas.mandate) }), 'newest first'), ...problems },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      const rows = await c.var.run(({ tx, actor }) =>
        tx.many('permits/list_mandates', { district_code: actor.district_code }),
      )
      return c.json({ mandates: rows.map(shownMandate) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Let the agents of a counter file and apply in your name',
      request: { body: body(schemas.mandateInput) },
      responses: { 201: json(schemas.mandate, 'the mandate'), ...problems },
    }),
    async (c) => {
      const shown = await c.var.run(async (ctx) => {
        const id = await giveMandate(ctx, c.req.valid('json'))
        return shownMandate(await findMandate(ctx, publicId('man', ctx.actor.district_code, id)))
      })
      return c.json(shown, 201, { location: `/api/mandates/${shown.id}` })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/withdraw',
      summary: 'Take a mandate back',
      request: { params: mandateId, body: body(schemas.noBody) },
      responses: { 200: json(schemas.mandate, 'the mandate'), ...problems },
    }),
    async (c) => {
      const seen = ifMatch(c.req.header('if-match'))
      const { id } = c.req.valid('param')
      const shown = await c.var.run(async (ctx) => {
        await withdrawMandate(ctx, await findMandate(ctx, id), seen)
        return shownMandate(await findMandate(ctx, id))
      })
      return c.json(shown, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/projects',
      summary: "File a dig in the firm's name",
      request: { params: mandateId, body: body(projectInput) },
      responses: { 201: json(filed, 'the dig, planned'), ...problems },
    }),
    async (c) => {
      const { id, district_code, reference } = await inTheNameOf(c, c.req.valid('param').id, (ctx) =>
        registerProject(ctx, c.req.valid('json')),
      )
      return c.json({ id: publicId('prj', district_code, id), reference }, 201)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/projects/{project_id}/apply',
      summary: "Apply for a permit in the firm's name",
      request: { params: ofMandate('project_id'), body: { ...body(schemas.applyInput), required: false } },
      responses: { 201: json(schemas.permit, 'the permit, submitted'), ...problems },
    }),
    async (c) => {
      const { id, project_id } = c.req.param() as { id: string; project_id: string }
      const seen = ifMatch(c.req.header('if-match'))
      const shown = await inTheNameOf(c, id, async (ctx) => {
        const key = projectKey(project_id)
        await findOwnProject(ctx, key)
        const permit = { ...key, id: await applyForPermit(ctx, { ...key, ...c.req.valid('json'), seen }) }
        return viewPermit(ctx, await findPermit(ctx, permit))
      })
      return c.json(shown, 201, { location: `/api/permits/${shown.id}` })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/permits/{permit_id}/hand-in',
      summary: "Hand a document in, in the firm's name",
      request: { params: ofMandate('permit_id'), body: body(schemas.handInInput) },
      responses: { 200: json(schemas.permit, 'the permit'), ...problems },
    }),
    async (c) => {
      const { id, permit_id } = c.req.param() as { id: string; permit_id: string }
      const seen = ifMatch(c.req.header('if-match'))
      const shown = await inTheNameOf(c, id, async (ctx) => {
        const permit = await findPermit(ctx, permitKey(permit_id))
        await handInDocument(ctx, permit, { ...c.req.valid('json'), seen })
        return viewPermit(ctx, await findPermit(ctx, permit))
      })
      return c.json(shown, 200)
    },
  )

function inTheNameOf<T>(c: RequestContext<Env>, mandate_id: string, verb: (ctx: Context) => Promise<T>): Promise<T> {
  const { parts, actor, request_id } = c.var
  return actFor((as, work) => parts.run(as, work, { request_id }), actor, mandate_id, verb)
}
