import { createRoute, z } from '@hono/zod-openapi'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { fileHeaders } from '../http/file-headers.ts'
import { Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { projectId } from '../projects/schemas.ts'
import { findFile, findPermitOfPapers } from './find.ts'
import { listDocuments } from './list.ts'
import { produceMissing } from './produce-missing.ts'
import { reissueDocument } from './reissue.ts'
import { documentId, documentList, reissueInput, saveQuery } from './schemas.ts'

const list = {
  200: { description: 'newest first', content: { 'application/json': { schema: documentList } } },
  ...problems,
}

/** A paper by its own id. */
export const documents = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'A paper of the authority, as PDF; for the parties and staff',
      request: { params: documentId, query: saveQuery },
      responses: { 200: { description: 'application/pdf' }, 304: { description: 'not changed' }, ...problems },
    }),
    async (c) => {
      const file = await c.var.run((ctx) => findFile(ctx, c.req.valid('param').id))
      const headers = fileHeaders(file, { save: c.req.valid('query').save === 'true' })
      if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, { etag: headers.etag! })
      const bytes = await c.var.parts.store.open(file.store_key)
      if (!bytes) throw new Problem(500, 'attachments/bytes-missing')
      return c.body(Readable.toWeb(bytes) as ReadableStream as never, 200, headers)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/reissue',
      summary: 'Issue a new version of a paper that is wrong',
      request: {
        params: documentId,
        body: { required: true, content: { 'application/json': { schema: reissueInput } } },
      },
      responses: {
        201: { description: 'its id', content: { 'application/json': { schema: z.object({ id: z.string() }) } } },
        ...problems,
      },
    }),
    async (c) => {
      const next = await c.var.run((ctx) => reissueDocument(ctx, c.req.valid('param').id, c.req.valid('json')))
      const id = publicId('doc', Number(c.req.valid('param').id.split('_')[1]), next)
      return c.json({ id }, 201, { location: `/api/documents/${id}` })
    },
  )

/** The papers of a permit, under /api/permits. */
export const permitDocuments = room().openapi(
  createRoute({
    method: 'get',
    path: '/{id}/documents',
    summary: 'The papers of a permit',
    request: { params: z.object({ id: z.string() }) },
    responses: list,
  }),
  async (c) => {
    const found = await c.var.run(async (ctx) => {
      const { district_code, id, project_id } = await findPermitOfPapers(ctx, c.req.valid('param').id)
      return listDocuments(ctx, await findOwnProject(ctx, { district_code, id: project_id }), id)
    })
    return c.json(found, 200)
  },
)

/** The papers of a dig, under /api/projects. */
export const projectDocuments = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/documents',
      summary: 'The papers of a dig, of all its permits',
      request: { params: projectId },
      responses: list,
    }),
    async (c) => {
      const found = await c.var.run(async (ctx) =>
        listDocuments(ctx, await findOwnProject(ctx, projectKey(c.req.valid('param').id)), null),
      )
      return c.json(found, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/documents',
      summary: 'Produce the papers of moves that have none',
      request: { params: projectId },
      responses: {
        202: {
          description: 'how many will be printed',
          content: { 'application/json': { schema: z.object({ due: z.number() }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      const due = await c.var.run((ctx) => produceMissing(ctx, projectKey(c.req.valid('param').id)))
      return c.json({ due }, 202)
    },
  )
