import { createRoute, z } from '@hono/zod-openapi'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { publicId } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { cancelProject } from './cancel.ts'
import { addComment } from './comment.ts'
import { findOwnProject, findProject, projectKey } from './find.ts'
import { listProjects } from './list.ts'
import { registerProject } from './register.ts'
import { commentInput, history, project, projectId, projectInput, projectQuery, projectSummary } from './schemas.ts'
import { viewProject } from './view.ts'

/** The spine: dig projects as filed, listed, read, commented and cancelled. Moves of permits and works are in their rooms. */
export const projects = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'File a plan to dig',
      request: { body: body(projectInput) },
      responses: { 201: json(project, 'the project, planned'), ...problems },
    }),
    async (c) => {
      const created = await c.var.run(async (ctx) => {
        const registered = await registerProject(ctx, c.req.valid('json'))
        return { ...(await viewProject(ctx, c.var.parts, registered)), findings: registered.findings }
      })
      return c.json(created, 201, { location: `/api/projects/${created.id}`, etag: etagOf(created.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'List projects',
      request: { query: projectQuery },
      responses: {
        200: json(z.object({ projects: z.array(projectSummary), next: z.string().nullable() }), 'a page of projects'),
        ...problems,
      },
    }),
    async (c) => {
      const { projects: rows, next } = await c.var.run((ctx) => listProjects(ctx, c.req.valid('query')))
      return c.json(
        { projects: rows.map((row) => ({ ...row, id: publicId('prj', row.district_code, row.id) })), next },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One project',
      request: { params: projectId },
      responses: { 200: json(project, 'the project as the caller may see it'), ...problems },
    }),
    async (c) => {
      const found = await c.var.run((ctx) => viewProject(ctx, c.var.parts, projectKey(c.req.valid('param').id)))
      return c.json(found, 200, { etag: etagOf(found.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/history',
      summary: 'Every event of a project',
      request: { params: projectId },
      responses: { 200: json(history, 'oldest first'), ...problems },
    }),
    async (c) => {
      const events = await c.var.run(async (ctx) => {
        const { district_code, id } = await findProject(ctx, projectKey(c.req.valid('param').id))
        return ctx.actor.role === 'public'
          ? []
          : ctx.tx.many('projects/list_history', { district_code, project_id: id })
      })
      return c.json({ events }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/cancel',
      summary: 'Give a plan up',
      request: { params: projectId, body: body(z.strictObject({ reason: z.string().trim().min(1).max(2000) })) },
      responses: { 200: json(project, 'the project, cancelled'), ...problems },
    }),
    async (c) => {
      const key = projectKey(c.req.valid('param').id)
      const seen = ifMatch(c.req.header('if-match'))
      const found = await c.var.run(async (ctx) => {
        await cancelProject(ctx, { ...key, ...c.req.valid('json'), seen })
        return viewProject(ctx, c.var.parts, key)
      })
      return c.json(found, 200, { etag: etagOf(found.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/comments',
      summary: "The internal notes of the caller's organisation",
      request: { params: projectId },
      responses: {
        200: json(z.object({ comments: z.array(z.record(z.string(), z.any())) }), 'oldest first'),
        ...problems,
      },
    }),
    async (c) => {
      const comments = await c.var.run(async (ctx) => {
        const { district_code, id } = await findOwnProject(ctx, projectKey(c.req.valid('param').id))
        return ctx.tx.many('projects/list_comments', { district_code, project_id: id })
      })
      return c.json({ comments }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/comments',
      summary: 'Add an internal note',
      request: { params: projectId, body: body(commentInput) },
      responses: { 201: json(z.object({ id: z.string() }), 'the note'), ...problems },
    }),
    async (c) => {
      const key = projectKey(c.req.valid('param').id)
      const id = await c.var.run((ctx) => addComment(ctx, { ...key, ...c.req.valid('json') }))
      return c.json({ id: publicId('cmt', key.district_code, id) }, 201)
    },
  )
