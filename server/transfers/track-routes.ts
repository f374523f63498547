import { createRoute } from '@hono/zod-openapi'
import { linkParams, secret } from '../http/by-link.ts'
import { problems, room } from '../http/router.ts'
import { tracked } from './schemas.ts'
import { trackTransfer } from './track.ts'

/** The buyer's page, by its link and without sign-in. */
export const track = room().openapi(
  createRoute({
    method: 'get',
    path: '/{token}',
    summary: 'How a linked transfer stands, by the buyer’s link',
    request: { params: linkParams },
    responses: {
      200: { description: 'no person, no account', content: { 'application/json': { schema: tracked } } },
      ...problems,
    },
  }),
  async (c) => c.json(await c.var.run((ctx) => trackTransfer(ctx, c.req.valid('param').token)), 200, secret),
)
