import { createRoute, z } from '@hono/zod-openapi'
import { json, problems, room } from '../http/router.ts'
import { findLayer, listLayers } from './describe.ts'

const layer = z.object({
  name: z.string(),
  title_zh: z.string(),
  title_en: z.string(),
  audience: z.string().openapi({ description: 'public, staff or organisation' }),
  geometry_type: z.string(),
  is_imported: z.boolean(),
  has_past: z.boolean().openapi({ description: 'whether `at` answers its past' }),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  licence: z.string().nullable(),
  source: z.string().nullable(),
  tiles: z.string(),
  count: z.number().int(),
})
const measured = layer.extend({ bbox: z.array(z.number()).nullable() })

/** What can be laid on the map and asked in an area: our own layers and imported ones, as this caller sees them. */
export const layers = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Layers',
      request: { query: z.strictObject({}) },
      responses: { 200: json(z.object({ layers: z.array(layer) }), 'our own first'), ...problems },
    }),
    async (c) => {
      const home = c.var.parts.config.DISTRICT_CODE
      return c.json({ layers: await c.var.run((ctx) => listLayers(ctx, home), { as: 'dongtu_map' }) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{name}',
      summary: 'One layer',
      request: { params: z.object({ name: z.string() }), query: z.strictObject({}) },
      responses: { 200: json(measured, 'with the box of its features'), ...problems },
    }),
    async (c) => {
      const { name } = c.req.valid('param')
      const home = c.var.parts.config.DISTRICT_CODE
      return c.json(await c.var.run((ctx) => findLayer(ctx, name, home), { as: 'dongtu_map' }), 200)
    },
  )
