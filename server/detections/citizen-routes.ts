import { createRoute } from '@hono/zod-openapi'
import { keepPhoto, linkParams, photoRoute, secret, type KeepFile } from '../http/by-link.ts'
import { body, json, problems, room } from '../http/router.ts'
import { citizenReportInput, reported, standing } from './citizen-schemas.ts'
import { admitPhoto, reportAsCitizen, trackReport } from './report-as-citizen.ts'

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
        request: { params: linkParams },
        responses: { 200: json(standing, 'no person'), ...problems },
      }),
      async (c) => c.json(await c.var.run((ctx) => trackReport(ctx, c.req.valid('param').token)), 200, secret),
    )
    .openapi(photoRoute('/{token}/photos', 'Add a photo to a report', 'kept; only staff see it'), async (c) => {
      const admitted = await c.var.run((ctx) => admitPhoto(ctx, c.req.valid('param').token))
      return c.json(await keepPhoto(c, keepFile, admitted), 201, secret)
    })
