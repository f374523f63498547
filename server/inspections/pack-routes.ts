import { createRoute } from '@hono/zod-openapi'
import { json, problems, room } from '../http/router.ts'
import { staffOnly } from '../http/staff-only.ts'
import { pack, packQuery } from './pack-schemas.ts'
import { packDay } from './pack.ts'

/** What an inspector takes along for a day without a network. For staff. */
export const fieldPack = room().openapi(
  createRoute({
    method: 'get',
    path: '/pack',
    summary: 'The planned visits and the files of their digs, to be kept on a device: no person is named in it',
    request: { query: packQuery },
    responses: { 200: json(pack, 'the day'), ...problems },
  }),
  async (c) => {
    staffOnly(c.var.actor, 'inspections/not-your-move')
    const packed = await c.var.run((ctx) => packDay(ctx, c.req.valid('query').whose))
    return c.json(packed, 200, { 'cache-control': 'no-store' })
  },
)
