import { createRoute, z } from '@hono/zod-openapi'
import type { Actor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import type { Key } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { citizenReportInput, photoTaken, reported, standing } from './citizen-schemas.ts'
import { admitPhoto, reportAsCitizen, trackReport } from './report-as-citizen.ts'

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

/** A dig without a sign, reported by anybody without an account (随手报), and followed by its link. */
export const citizenReports = (keepFile: KeepFile) =>
  room()
    .openapi(
      createRoute({
        method: 'post',
        path: '/',
        summary: 'Report a dig without a sign; no account, nothing about who reports',
        request: { body: body(citizenReportInput) },
        responses: { 201: json(reported, 'how it stands, and the link’s secret'), ...problems },
      }),
      async (c) => {
        const { run, config } = c.var.parts
        const made = await reportAsCitizen(run, config.DISTRICT_CODE, c.req.valid('json'))
        return c.json(made, 201, secret)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/{token}',
        summary: 'How a report stands, by its link',
        request: { params: token },
        responses: { 200: json(standing, 'no person'), ...problems },
      }),
      async (c) => c.json(await c.var.run((ctx) => trackReport(ctx, c.req.valid('param').token)), 200, secret),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/{token}/photos',
        summary: 'Add a photo to a report of the last hour, three at most',
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
        responses: { 201: json(photoTaken, 'kept; only staff see it'), ...problems },
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
