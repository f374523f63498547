import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '../http/problem.ts'
import { problems, room } from '../http/router.ts'
import { listMatters } from './matters.ts'

/** The first screen of everybody who works here: what waits for them today. */
export const desk = room().openapi(
  createRoute({
    method: 'get',
    path: '/',
    summary: "Today's matters",
    request: { query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) }) },
    responses: {
      200: {
        description: 'the most urgent first',
        content: { 'application/json': { schema: z.object({ items: z.array(z.record(z.string(), z.any())) }) } },
      },
      ...problems,
    },
  }),
  async (c) => {
    if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
    const items = await c.var.run((ctx) => listMatters(ctx, c.req.valid('query').limit))
    return c.json({ items }, 200)
  },
)
