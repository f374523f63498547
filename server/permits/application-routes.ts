import { createRoute, z } from '@hono/zod-openapi'
import { ifMatch } from '../http/if-match.ts'
import { body, json, problems, room } from '../http/router.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { projectId } from '../projects/schemas.ts'
import { publicId } from '../http/public-id.ts'
import { applyForPermit, permitKindFor } from './apply.ts'
import { findMandate, giveMandate, shownMandate } from './give-mandate.ts'
import { findPermit } from './move.ts'
import { documentsToApplyWith } from './required-documents.ts'
import { applyInput, digMandateInput, mandate, neededDocuments, permit } from './schemas.ts'
import { viewPermit } from './view.ts'

/** The application's way: under /api/projects, because the dig is what one applies for. */
export const applications = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/apply',
      summary: 'Apply for the permit of a planned dig',
      request: { params: projectId, body: { ...body(applyInput), required: false } },
      responses: {
        201: { description: 'the permit, submitted', content: { 'application/json': { schema: permit } } },
        ...problems,
      },
    }),
    async (c) => {
      const key = projectKey(c.req.valid('param').id)
      const input = c.req.valid('json')
      const seen = ifMatch(c.req.header('if-match'))
      const shown = await c.var.run(async (ctx) => {
        const id = await applyForPermit(ctx, { ...key, ...input, seen })
        return viewPermit(ctx, await findPermit(ctx, { ...key, id }))
      })
      return c.json(shown, 201, { location: `/api/permits/${shown.id}` })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/documents-needed',
      summary: 'The documents that an application for this dig needs today (材料清单)',
      request: { params: projectId },
      responses: { 200: json(neededDocuments, 'in the order of the list'), ...problems },
    }),
    async (c) => {
      const documents = await c.var.run(async (ctx) => {
        const project = await findOwnProject(ctx, projectKey(c.req.valid('param').id))
        return documentsToApplyWith(ctx, { ...project, project_id: project.id, kind: permitKindFor(project) })
      })
      return c.json({ documents }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/mandate',
      summary: "Let the agents of this dig's authority file and apply in your name (帮办代办)",
      request: { params: projectId, body: body(digMandateInput) },
      responses: { 201: json(mandate, 'the mandate'), ...problems },
    }),
    async (c) => {
      const shown = await c.var.run(async (ctx) => {
        const { district_code, authority_id } = await findOwnProject(ctx, projectKey(c.req.valid('param').id))
        const counter = publicId('org', district_code, authority_id)
        const id = await giveMandate(ctx, { ...c.req.valid('json'), authority_id: counter })
        return shownMandate(await findMandate(ctx, publicId('man', ctx.actor.district_code, id)))
      })
      return c.json(shown, 201, { location: `/api/mandates/${shown.id}` })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/permits',
      summary: 'The permits of a dig, newest first',
      request: { params: projectId },
      responses: {
        200: {
          description: 'permits',
          content: { 'application/json': { schema: z.object({ permits: z.array(permit) }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      const permits = await c.var.run(async (ctx) => {
        const { district_code, id } = await findOwnProject(ctx, projectKey(c.req.valid('param').id))
        const rows = await ctx.tx.many('permits/list_permits', { district_code, project_id: id })
        const shown = []
        for (const row of rows) shown.push(await viewPermit(ctx, row))
        return shown
      })
      return c.json({ permits }, 200)
    },
  )
