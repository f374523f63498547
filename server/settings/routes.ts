import { createRoute, z } from '@hono/zod-openapi'
import { problems, room } from '../http/router.ts'

const basemap = z.object({
  kind: z.enum(['xyz', 'pmtiles']),
  url: z.string(),
  datum: z.string(),
  attribution: z.string().nullable(),
})

/** What a page needs to know of this installation before anybody has signed in. */
export const settings = room().openapi(
  createRoute({
    method: 'get',
    path: '/map',
    summary: "The operator's base map, if there is one",
    responses: {
      200: {
        description: 'settings of the map',
        content: {
          'application/json': { schema: z.object({ district_code: z.number(), basemap: basemap.nullable() }) },
        },
      },
      ...problems,
    },
  }),
  (c) => {
    const {
      BASEMAP_URL: url,
      BASEMAP_DATUM: datum,
      BASEMAP_ATTRIBUTION: attribution,
      DISTRICT_CODE: district_code,
    } = c.var.parts.config
    const kind = url && /\.pmtiles($|\?)/.test(url) ? ('pmtiles' as const) : ('xyz' as const)
    return c.json({ district_code, basemap: url ? { kind, url, datum, attribution: attribution ?? null } : null }, 200)
  },
)
