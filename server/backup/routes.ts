import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createRoute } from '@hono/zod-openapi'
import { Problem } from '../http/problem.ts'
import { problems, room } from '../http/router.ts'
import { makeBackup, noteBackup } from './make.ts'

/** A backup while the server runs, for `npm run backup`. The encryption keys never leave this way. */
export const backups = room().openapi(
  createRoute({
    method: 'post',
    path: '/',
    summary: 'Everything this installation holds, in one archive (administrator)',
    responses: {
      200: {
        description: 'the archive: a gzipped tar',
        content: { 'application/gzip': { schema: { type: 'string' as const, format: 'binary' } } },
      },
      ...problems,
    },
  }),
  async (c) => {
    const { actor, parts } = c.var
    if (actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
    if (actor.role !== 'admin' || actor.district_code !== parts.config.DISTRICT_CODE)
      throw new Problem(403, 'backup/not-allowed')
    const path = await parts.store.incoming()
    const made = await makeBackup(parts, path, parts.clock.wall(), false)
    await c.var.run((ctx) => noteBackup(ctx, made))
    const bytes = createReadStream(path)
    bytes.once('close', () => void rm(path, { force: true }))
    return c.body(Readable.toWeb(bytes) as ReadableStream as never, 200, { 'content-type': 'application/gzip' })
  },
)
