import { createRoute, z } from '@hono/zod-openapi'
import { problems, room } from '../http/router.ts'
import { found, searchQuery } from './schemas.ts'
import { search } from './search.ts'

/** One box for everything that has a name, a number or a code on the map. */
export const searches = room().openapi(
  createRoute({
    method: 'get',
    path: '/',
    summary: 'Find digs and places by words',
    request: { query: searchQuery },
    responses: {
      200: { description: 'the best match first', content: { 'application/json': { schema: z.array(found) } } },
      ...problems,
    },
  }),
  async (c) => {
    const home = c.var.parts.config.DISTRICT_CODE
    const rows = await c.var.run((ctx) => search(ctx, { ...c.req.valid('query'), home }), { as: 'dongtu_map' })
    return c.json(rows, 200)
  },
)
