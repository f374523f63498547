import { createRoute, z } from '@hono/zod-openapi'
import type { Context as Request } from 'hono'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { body, json, problems, room } from '../http/router.ts'
import { listDivisions } from './divisions.ts'
import { prepareExport, writeExport, type Export } from './export.ts'
import { queryArea } from './query.ts'
import { deleteSavedArea, listSavedAreas, saveArea } from './saved.ts'
import {
  divisionQuery,
  exportInput,
  exportQuery,
  queryInput,
  saveInput,
  statsInput,
  type AreaInput,
} from './schemas.ts'
import { resolveShape } from './shape.ts'
import { summariseArea } from './stats.ts'
import { summary, features, divisions, savedArea, savedAreas } from './answers.ts'

/** Any area: what is, was and will be dug in it, added up, taken away as a file, and kept under a name. */
export const areas = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/query',
      summary: 'What is in an area',
      request: { body: body(queryInput) },
      responses: { 200: json(features, 'counts and features by collection'), ...problems },
    }),
    async (c) => {
      const input = c.req.valid('json')
      const shape = await shapeOf(c, input)
      const text = await asMap(c)((ctx) => queryArea(ctx, input, shape))
      return c.body(text, 200, { 'content-type': 'application/json' }) as never
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/stats',
      summary: 'The digs of an area added up',
      request: { body: body(statsInput) },
      responses: { 200: json(summary, 'counts, ground and times'), ...problems },
    }),
    async (c) => {
      const input = c.req.valid('json')
      const shape = await shapeOf(c, input)
      return c.json(await asMap(c)((ctx) => summariseArea(ctx, input, shape)), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/export',
      summary: 'What is in an area, as a file',
      request: { query: exportQuery, body: body(exportInput) },
      responses: {
        200: {
          description: 'streamed; at most 1,000,000 rows',
          content: { 'application/geo+json': { schema: z.string() }, 'text/csv': { schema: z.string() } },
        },
        ...problems,
      },
    }),
    async (c) => {
      const input = c.req.valid('json')
      const shape = await shapeOf(c, input)
      const { format } = c.req.valid('query')
      const prepared = await asMap(c)((ctx) => prepareExport(ctx, input, shape, format))
      return c.body(stream(writeExport(prepared, asMap(c))), 200, headersOf(prepared, c.var.parts.clock.now())) as never
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/admin',
      summary: 'Divisions to pick from',
      request: { query: divisionQuery },
      responses: { 200: json(divisions, 'by code'), ...problems },
    }),
    async (c) => {
      const rows = await c.var.run((ctx) => listDivisions(ctx, c.req.valid('query')))
      return c.json({ divisions: rows }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/saved',
      summary: 'Keep an area under a name',
      request: { body: body(saveInput) },
      responses: { 201: json(savedArea, 'its id'), ...problems },
    }),
    async (c) => {
      const input = c.req.valid('json')
      const home = c.var.parts.config.DISTRICT_CODE
      const id = await c.var.run(async (ctx) => saveArea(ctx, input, await resolveShape(ctx, input.area, { home })))
      return c.json({ id, name: input.name }, 201, { location: `/api/areas/saved/${id}` })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/saved',
      summary: "The organisation's saved areas",
      responses: { 200: json(savedAreas, 'newest first'), ...problems },
    }),
    async (c) => c.json({ areas: await c.var.run((ctx) => listSavedAreas(ctx)) }, 200),
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/saved/{id}',
      summary: 'Remove a saved area',
      request: { params: z.object({ id: z.string() }) },
      responses: { 204: { description: 'removed' }, ...problems },
    }),
    async (c) => {
      await c.var.run((ctx) => deleteSavedArea(ctx, c.req.valid('param').id))
      return c.body(null, 204)
    },
  )

/** The shape is found as the caller, whose saved areas it may name; features are then read as the map. */
const shapeOf = (c: Request<Env>, { area, at }: { area: AreaInput; at?: string }) =>
  c.var.run((ctx) => resolveShape(ctx, area, { at, home: c.var.parts.config.DISTRICT_CODE }))

const asMap =
  (c: Request<Env>) =>
  <T>(work: (ctx: Context) => Promise<T>) =>
    c.var.run(work, { as: 'dongtu_map' })

function headersOf({ format, rows, selections }: Export, now: Date): Record<string, string> {
  const name = `dongtu-${selections.map(({ collection }) => collection.name).join('-')}-${shanghaiDay(now)}.${format}`
  return {
    'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/geo+json',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'number-matched': String(rows),
  }
}

/** Pulled by the receiver; a fault in the middle breaks the transfer off, so that no half file looks whole. */
function stream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
}
