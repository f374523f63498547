import { createRoute } from '@hono/zod-openapi'
import { systemActor } from '../access/actor.ts'
import { keepPhoto, linkParams, photoRoute, secret, type KeepFile } from '../http/by-link.ts'
import { body, json, problems, room } from '../http/router.ts'
import { digsNear } from './near.ts'
import { near, nearQuery, sayInput, submitInput, submitted, tracked } from './public-schemas.ts'
import { submitPetition } from './submit.ts'
import { admitPhoto, sayOfAnswer, trackPetition } from './track.ts'

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
        const made = await run(systemActor(config.DISTRICT_CODE), async (ctx) => {
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
        request: { params: linkParams },
        responses: { 200: json(tracked, 'organisations, no person'), ...problems },
      }),
      async (c) => c.json(await c.var.run((ctx) => trackPetition(ctx, c.req.valid('param').token)), 200, secret),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/petitions/{token}/say',
        summary: 'What the petitioner thinks of the last answer, once for each',
        request: { params: linkParams, body: body(sayInput) },
        responses: { 200: json(tracked, 'how it then stands'), ...problems },
      }),
      async (c) => {
        const { said } = c.req.valid('json')
        return c.json(await c.var.run((ctx) => sayOfAnswer(ctx, c.req.valid('param').token, said)), 200, secret)
      },
    )
    .openapi(
      photoRoute(
        '/petitions/{token}/photos',
        'Add a photo to a request',
        'kept; staff and the unit that answers see it',
      ),
      async (c) => {
        const admitted = await c.var.run((ctx) => admitPhoto(ctx, c.req.valid('param').token))
        return c.json(await keepPhoto(c, keepFile, admitted), 201, secret)
      },
    )
