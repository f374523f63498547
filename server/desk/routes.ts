import { createRoute, z } from '@hono/zod-openapi'
import { cardOwnerValues, cardValues } from '../db/queries.gen.ts'
import { Problem } from '../http/problem.ts'
import { json, problems, room } from '../http/router.ts'
import { listOwnDigs } from './digs.ts'
import { listMatters } from './matters.ts'

const forecast = z
  .object({ card: z.enum(['yellow', 'red']), on: z.string() })
  .nullable()
  .openapi({ description: 'the next card and its day, if nothing is done' })
const ownDig = z.object({
  id: z.string(),
  actions: z.array(z.object({ name: z.string(), allowed: z.boolean(), reason: z.string().nullable() })),
  clocks: z.array(
    z.object({
      kind: z.string(),
      owner: z.enum(cardOwnerValues),
      is_mine: z.boolean(),
      due_on: z.string(),
      card: z.enum(cardValues),
      forecast,
    }),
  ),
})

/** The first screen of everybody who works here: what waits for them today. */
export const desk = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: "Today's matters",
      request: {
        query: z.strictObject({
          limit: z.coerce.number().int().min(1).max(500).default(100),
          whose: z.enum(['mine', 'all']).default('mine').openapi({ description: "all: everybody's, for staff" }),
        }),
      },
      responses: {
        200: json(
          z.object({
            items: z.array(z.record(z.string(), z.any())),
            total: z.number().openapi({ description: 'how many there are, shown or not' }),
          }),
          'the most urgent first',
        ),
        ...problems,
      },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      const { limit, whose } = c.req.valid('query')
      return c.json(await c.var.run((ctx) => listMatters(ctx, { limit, everybody: whose === 'all' })), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/digs',
      summary: "A builder's own digs: what comes next in each, why not yet, and which clocks run",
      responses: { 200: json(z.object({ digs: z.array(ownDig) }), 'the latest change first'), ...problems },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      return c.json({ digs: await c.var.run((ctx) => listOwnDigs(ctx, c.var.parts)) }, 200)
    },
  )
