import { createRoute, z } from '@hono/zod-openapi'
import { etagOf } from '../http/if-match.ts'
import { body, json, problems, room } from '../http/router.ts'
import { detectionKey, viewDetection } from './find.ts'
import { listDetections } from './list.ts'
import { measureCoverage } from './measure.ts'
import { reportDetection } from './report.ts'
import { coverage, coverageQuery, detection, detectionInput, detectionQuery, detectionSummary } from './schemas.ts'

const detectionId = z.object({ id: z.string() })

/** Suspected digs (疑似图斑): reported, matched with the permits of their day, and read. For staff only. */
export const detections = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Report a change polygon; it is matched with the permits in force on its day',
      request: { body: body(detectionInput) },
      responses: { 201: json(detection, 'the detection, matched'), ...problems },
    }),
    async (c) => {
      const seen = await c.var.run(async (ctx) => viewDetection(ctx, await reportDetection(ctx, c.req.valid('json'))))
      return c.json(seen, 201, { location: `/api/detections/${seen.id}`, etag: etagOf(seen.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Detections, the last observed first',
      request: { query: detectionQuery },
      responses: {
        200: json(z.object({ detections: z.array(detectionSummary), next: z.string().nullable() }), 'a page of them'),
        ...problems,
      },
    }),
    async (c) => c.json(await c.var.run((ctx) => listDetections(ctx, c.req.valid('query'))), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/coverage',
      summary: 'The share of detected digs under permit',
      request: { query: coverageQuery },
      responses: { 200: json(coverage, 'of the digs observed from one day to another'), ...problems },
    }),
    async (c) => c.json(await c.var.run((ctx) => measureCoverage(ctx, c.req.valid('query'))), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One detection with its match',
      request: { params: detectionId },
      responses: { 200: json(detection, 'the detection'), ...problems },
    }),
    async (c) => {
      const seen = await c.var.run((ctx) => viewDetection(ctx, detectionKey(c.req.valid('param').id)))
      return c.json(seen, 200, { etag: etagOf(seen.version) })
    },
  )
