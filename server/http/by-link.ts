import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Actor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Env, Parts } from './environment.ts'
import { Problem } from './problem.ts'
import type { Key } from './public-id.ts'
import { json, problems } from './router.ts'

/** A link's secret stays out of caches and of the pages one goes on to. */
export const secret = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }
export const linkParams = z.object({ token: z.string() })

const photos = { most: 3, hours: 1 }
const photoTaken = z.object({ kept: z.literal(true) })

/** Keeps the one file of a request for somebody; the room of attachments does it. */
export type KeepFile = (
  parts: Parts,
  actor: Actor,
  run: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>,
  request: Request,
  only: { fields: Record<string, string>; types: RegExp },
) => Promise<Key>

/** The route by which who has a link adds a photo to what they sent. */
export const photoRoute = <P extends string>(path: P, summary: string, kept: string) =>
  createRoute({
    method: 'post',
    path,
    summary: `${summary} of the last hour, three at most`,
    request: {
      params: linkParams,
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
          },
        },
      },
    },
    responses: { 201: json(photoTaken, kept), ...problems },
  })

/** Counts a photo in (`count`: null when there are as many as there may be, or the hour is over); else 409 with the limits. */
export async function admitOneMore(
  ctx: Context,
  code: string,
  count: (limit: { most: number; since: string }) => Promise<object | null>,
): Promise<void> {
  const since = new Date(ctx.now.getTime() - photos.hours * 3_600_000).toISOString()
  if (!(await count({ most: photos.most, since }))) throw new Problem(409, code, photos)
}

/** Keeps the photo of a request as whom `admitted` says, for the staff and parties of its subject. */
export async function keepPhoto(
  c: RequestContext<Env>,
  keepFile: KeepFile,
  { actor, subject_id }: { actor: Actor; subject_id: string },
): Promise<z.infer<typeof photoTaken>> {
  const { parts } = c.var
  await keepFile(parts, actor, (work) => parts.run(actor, work), c.req.raw, {
    fields: { subject_id, audience: 'parties' },
    types: /^image\//,
  })
  return { kept: true }
}
