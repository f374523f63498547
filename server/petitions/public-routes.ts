import { createRoute, z } from '@hono/zod-openapi'
import type { Actor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import type { Key } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { digsNear } from './near.ts'
import { near, nearQuery, photoTaken, sayInput, submitInput, submitted, tracked } from './public-schemas.ts'
import { intakeActor, submitPetition } from './submit.ts'
import { admitPhoto, sayOfAnswer, trackPetition } from './track.ts'

const token = z.object({ token: z.string() })
const secret = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

/** Keeps the one file of a request for somebody; the room of attachments does it. */
type KeepFile = (
  parts: Parts,
  actor: Actor,
  run: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>,
  request: Request,
  only: { fields: Record<string, string>; types: RegExp },
) => Promise<Key>

/** For everybody, without an account: what is dug near a place, a request about it, and the request by its link. */
export const publicPetitions = (keepFile: KeepFile) =>
  room()
    .openapi(
      createRoute({
        method: 'get',
        path: '/digs-near',
        summary: 'What is being dug near a place, or soon will be; no person, no pipes',
        request: { query: nearQuery },
        responses: { 200: json(near, 'the nearest first, fifty at most'), ...problems },
      }),
      async (c) => c.json(await c.var.run((ctx) => digsNear(ctx, c.req.valid('query'))), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/petitions',
        summary: 'Ask for something around a dig (诉求); no account, never refused at the door',
        request: { body: body(submitInput) },
        responses: { 201: json(submitted, 'how it stands, and the link’s secret'), ...problems },
      }),
      async (c) => {
        const { run, config, keys } = c.var.parts
        const made = await run(intakeActor(config.DISTRICT_CODE), async (ctx) => {
          const { token: text } = await submitPetition(ctx, keys, c.req.valid('json'))
          return { ...(await trackPetition(ctx, text)), token: text }
        })
        return c.json(made, 201, secret)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/petitions/{token}',
        summary: 'How a request stands, by its link',
        request: { params: token },
        responses: { 200: json(tracked, 'organisations, no person'), ...problems },
      }),
      async (c) => c.json(await c.var.run((ctx) => trackPetition(ctx, c.req.valid('param').token)), 200, secret),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/petitions/{token}/say',
        summary: 'What the petitioner thinks of the last answer, once for each',
        request: { params: token, body: body(sayInput) },
        responses: { 200: json(tracked, 'how it then stands'), ...problems },
      }),
      async (c) => {
        const { said } = c.req.valid('json')
        return c.json(await c.var.run((ctx) => sayOfAnswer(ctx, c.req.valid('param').token, said)), 200, secret)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/petitions/{token}/photos',
        summary: 'Add a photo to a request of the last hour, three at most',
        request: {
          params: token,
          body: {
            required: true,
            content: {
              'multipart/form-data': {
                schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
              },
            },
          },
        },
        responses: { 201: json(photoTaken, 'kept; staff and the unit that answers see it'), ...problems },
      }),
      async (c) => {
        const { parts } = c.var
        const { actor, subject_id } = await c.var.run((ctx) => admitPhoto(ctx, c.req.valid('param').token))
        await keepFile(parts, actor, (work) => parts.run(actor, work), c.req.raw, {
          fields: { subject_id, audience: 'parties' },
          types: /^image\//,
        })
        return c.json({ kept: true as const }, 201, secret)
      },
    )
