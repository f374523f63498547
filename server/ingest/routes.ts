import { createRoute, z } from '@hono/zod-openapi'
import { publicId } from '../http/public-id.ts'
import { json, problems, room } from '../http/router.ts'
import { findImport, listImports, reportOf } from './find-import.ts'
import { previewFile } from './preview.ts'
import { importAnswer, importForm, importQuery, importSummary, previewAnswer, previewForm } from './schemas.ts'
import { mayImport, takeImport } from './take-import.ts'
import { targetAnswer, viewTargets } from './view-targets.ts'

const id = z.object({ id: z.string() })

/** Files in: what can be imported, a look into a file, the imports and their reports. */
export const imports = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/targets',
      summary: 'What the caller can import, with the fields each target takes and needs',
      responses: { 200: json(z.object({ targets: z.array(targetAnswer) }), 'the targets'), ...problems },
    }),
    (c) => {
      mayImport(c.var.actor)
      return c.json({ targets: viewTargets(c.var.actor) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/preview',
      summary: 'Look into a file; nothing is kept or written',
      request: { body: { required: true, content: { 'multipart/form-data': { schema: previewForm } } } },
      responses: { 200: json(previewAnswer, 'what the file holds, and what must be chosen'), ...problems },
    }),
    async (c) => c.json((await previewFile(c.var.parts, c.var.actor, c.var.run, c.req.raw)) as never, 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Import a file',
      request: { body: { required: true, content: { 'multipart/form-data': { schema: importForm } } } },
      responses: { 202: json(importAnswer, 'taken; Location tells how it goes on'), ...problems },
    }),
    async (c) => {
      const { parts, actor, run } = c.var
      const key = await takeImport(parts, actor, run, c.req.raw)
      const public_id = publicId('imp', key.district_code, key.id)
      const taken = await run((ctx) => findImport(ctx, public_id))
      return c.json(taken, 202, { location: `/api/imports/${public_id}` })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: "The caller's imports, newest first",
      request: { query: importQuery },
      responses: {
        200: json(z.object({ imports: z.array(importSummary), next: z.string().nullable() }), 'a page of imports'),
        ...problems,
      },
    }),
    async (c) => {
      mayImport(c.var.actor)
      return c.json(await c.var.run((ctx) => listImports(ctx, c.req.valid('query'))), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'How an import went: read, written, refused, and why',
      request: { params: id },
      responses: { 200: json(importAnswer, 'the import'), ...problems },
    }),
    async (c) => {
      mayImport(c.var.actor)
      return c.json(await c.var.run((ctx) => findImport(ctx, c.req.valid('param').id)), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/report.csv',
      summary: 'The report of an import row by row, as CSV',
      request: { params: id },
      responses: { 200: { description: 'the report', content: { 'text/csv': { schema: z.string() } } }, ...problems },
    }),
    async (c) => {
      mayImport(c.var.actor)
      const { id: public_id } = c.req.valid('param')
      const text = await c.var.run((ctx) => reportOf(ctx, public_id))
      return c.body(text, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${public_id}.csv"`,
      })
    },
  )
