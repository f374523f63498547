import { createRoute, z } from '@hono/zod-openapi'
import { publicId } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { listBreaches, listDatastreams, listObservations } from './find.ts'
import { registerDatastream } from './register.ts'
import {
  breach,
  breachQuery,
  datastream,
  datastreamInput,
  observationsInput,
  ofProject,
  spanQuery,
  taken,
} from './schemas.ts'
import { takeObservations } from './take.ts'

/** Feeds of a site: observations in the shape of OGC SensorThings 1.1 (Datastream, Observation, DataArray), and what was over a limit. */
export const feeds = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/datastreams',
      summary: 'Register what a sensor measures at a dig (a SensorThings Datastream)',
      request: { body: body(datastreamInput) },
      responses: { 201: json(z.object({ '@iot.id': z.string() }), 'its id, for observations'), ...problems },
    }),
    async (c) => {
      const { district_code, id } = await c.var.run((ctx) => registerDatastream(ctx, c.req.valid('json')))
      return c.json({ '@iot.id': publicId('dst', district_code, id) }, 201)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/datastreams',
      summary: 'What is measured at a dig, with its limits and the last 24 hours',
      request: { query: ofProject },
      responses: { 200: json(z.object({ datastreams: z.array(datastream) }), 'at most a hundred'), ...problems },
    }),
    async (c) => {
      const datastreams = await c.var.run((ctx) => listDatastreams(ctx, c.req.valid('query').project_id))
      return c.json({ datastreams }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/datastreams/{id}/observations',
      summary: 'Observations of a stream, the earliest first',
      request: { params: z.object({ id: z.string() }), query: spanQuery },
      responses: {
        200: json(
          z.object({
            value: z.array(z.object({ phenomenonTime: z.string(), result: z.union([z.number(), z.string()]) })),
          }),
          'as SensorThings has them',
        ),
        ...problems,
      },
    }),
    async (c) => {
      const value = await c.var.run((ctx) => listObservations(ctx, c.req.valid('param').id, c.req.valid('query')))
      return c.json({ value }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/observations',
      summary: 'Send observations: one, or a DataArray as of CreateObservations; what was sent before is kept once',
      request: { body: body(observationsInput) },
      responses: { 201: json(taken, 'how many were new, and the breaches that began'), ...problems },
    }),
    async (c) => c.json(await c.var.run((ctx) => takeObservations(ctx, c.req.valid('json'))), 201),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/breaches',
      summary: 'Limits exceeded, the last first',
      request: { query: breachQuery },
      responses: { 200: json(z.object({ breaches: z.array(breach) }), 'those the caller may see'), ...problems },
    }),
    async (c) => c.json({ breaches: await c.var.run((ctx) => listBreaches(ctx, c.req.valid('query'))) }, 200),
  )
