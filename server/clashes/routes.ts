import { createRoute, z } from '@hono/zod-openapi'
import { shiftDay, shanghaiDay } from '../clocks/working-days.ts'
import { geometryInput } from '../geometry/geojson.ts'
import { checkGeometry } from '../geometry/rules.ts'
import { invalid, Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'
import { checkClashes } from './check.ts'
import { nearbyDigs } from './neighbours.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const checkInput = z.strictObject({
  geometry: geometryInput.openapi({ type: 'object' }),
  crs: z.string().optional(),
  width_m: z.number().positive().max(500).nullish(),
  radius_m: z.number().positive().max(797).nullish(),
  buffer_m: z.number().min(0).max(500).default(10),
  from: day.optional(),
  to: day.optional(),
})
const hit = z.object({
  layer: z.string(),
  feature_id: z.string(),
  utility: z.string().nullable(),
  utility_en: z.string().nullable(),
  theme: z.string(),
  distance_m: z.number(),
  protected: z.boolean(),
  protection_m: z.number(),
  basis_zh: z.string(),
  basis_en: z.string(),
})
const neighbour = z.object({
  id: z.string(),
  reference: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  stage: z.string(),
  planned_from: z.string(),
  planned_to: z.string(),
  distance_m: z.number(),
})

/** Before anybody applies: whose lines and which other digs are near a shape. Nothing is stored. */
export const clashes = room().openapi(
  createRoute({
    method: 'post',
    path: '/check',
    summary: 'Check a shape against all networks and other digs',
    request: { body: { required: true, content: { 'application/json': { schema: checkInput } } } },
    responses: {
      200: {
        description: 'hits, nearest first',
        content: { 'application/json': { schema: z.object({ hits: z.array(hit), digs: z.array(neighbour) }) } },
      },
      ...problems,
    },
  }),
  async (c) => {
    if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
    const input = c.req.valid('json')
    const shape = checkGeometry(input.geometry, {
      crs: input.crs,
      width_m: input.width_m ?? 1,
      radius_m: input.radius_m ?? 1,
    })
    if (!shape.ok)
      throw invalid(
        'clashes/invalid',
        shape.findings.map((f) => ({ ...f, message: f.message_en })),
      )
    const district_codes = [c.var.actor.district_code]
    const found = await c.var.run(async (ctx) => {
      const { buffer_m } = input
      const hits = await checkClashes(ctx, { area: shape.area, buffer_m, district_codes })
      const from = input.from ?? shanghaiDay(ctx.now)
      const to = input.to ?? shiftDay(from, 365)
      const digs = await nearbyDigs(ctx, { area: shape.area, within_m: buffer_m, district_codes, from, to })
      return { hits: hits.map(({ utility_id: _u, ...shown }) => shown), digs }
    })
    return c.json(
      {
        hits: found.hits,
        digs: found.digs.map(({ district_code: at, id, ...dig }) => ({
          ...dig,
          id: publicId('prj', at, id),
        })),
      },
      200,
    )
  },
)
