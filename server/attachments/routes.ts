import { createRoute, z } from '@hono/zod-openapi'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Parts } from '../http/environment.ts'
import { Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'
import { findAttachment, viewAttachment } from './find.ts'
import { fileHeaders } from '../http/file-headers.ts'
import { isPicture, thumbnailOf, withoutTraces } from './picture.ts'
import { attachment, attachmentForm } from './schemas.ts'
import { takeUpload } from './take.ts'

/** Documents and photos of everything: one API, one store. Added and read, never changed. */
export const attachments = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Attach a file',
      request: { body: { required: true, content: { 'multipart/form-data': { schema: attachmentForm } } } },
      responses: {
        201: { description: 'the file, kept', content: { 'application/json': { schema: attachment } } },
        ...problems,
      },
    }),
    async (c) => {
      const { parts, actor, run } = c.var
      const key = await takeUpload(parts, actor, run, c.req.raw)
      const id = publicId('att', key.district_code, key.id)
      const row = await run((ctx) => findAttachment(ctx, id))
      return c.json(viewAttachment(row), 201, { location: `/api/attachments/${id}` })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'The bytes of a file, as its audience may see it',
      request: { params: z.object({ id: z.string() }) },
      responses: { 200: { description: 'the file' }, 304: { description: 'not changed' }, ...problems },
    }),
    async (c) => {
      const row = await c.var.run((ctx) => findAttachment(ctx, c.req.valid('param').id))
      // a photo says where and when it was taken, and by which camera: not to everybody
      const isBare = c.var.actor.role === 'public' && isPicture(row.media_type)
      const headers = fileHeaders(
        isBare
          ? { ...row, sha256: `${row.sha256}-bare` }
          : { ...row, audience: c.var.actor.role === 'public' ? row.audience : 'parties' },
      )
      if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, { etag: headers.etag! })
      if (c.req.method === 'HEAD') return c.body(null, 200, headers)
      const bytes = await bytesOf(c.var.parts, row)
      if (!isBare) return c.body(Readable.toWeb(bytes) as ReadableStream as never, 200, headers)
      const shown = await withoutTraces(bytes, row.media_type)
      return c.body(shown as never, 200, { ...headers, 'content-length': String(shown.length) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/thumbnail',
      summary: 'A small picture of a photo, as its audience may see it; WebP, 320 pixels at most',
      request: { params: z.object({ id: z.string() }) },
      responses: { 200: { description: 'the picture' }, 304: { description: 'not changed' }, ...problems },
    }),
    async (c) => {
      const row = await c.var.run((ctx) => findAttachment(ctx, c.req.valid('param').id))
      if (!isPicture(row.media_type)) throw new Problem(404, 'attachments/no-picture')
      const etag = `"${row.sha256}-320"`
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag })
      const small = await thumbnailOf(await bytesOf(c.var.parts, row))
      const headers = fileHeaders({ ...row, media_type: 'image/webp', size_bytes: small.length })
      return c.body(small as never, 200, { ...headers, etag, 'cache-control': 'private, max-age=86400' })
    },
  )

async function bytesOf({ store }: Parts, { store_key }: { store_key: string }): Promise<Readable> {
  const bytes = await store.open(store_key)
  if (!bytes) throw new Problem(500, 'attachments/bytes-missing')
  return bytes
}
