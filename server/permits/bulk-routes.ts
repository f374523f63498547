import { createRoute, z } from '@hono/zod-openapi'
import { randomUUID } from 'node:crypto'
import { permitStatusValues } from '../db/queries.gen.ts'
import { Problem } from '../http/problem.ts'
import { body, json, problems, room } from '../http/router.ts'
import { decideOne, guardBulk, listBulkMoves, notDone, type BulkResult } from './bulk.ts'

const text = z.string().trim().min(1).max(2000)
const many = {
  bulk_id: z
    .guid()
    .optional()
    .openapi({ description: 'the same for the parts of one bulk that is sent in parts; else one is made' }),
  permits: z
    .array(z.strictObject({ id: z.string(), version: z.number().int().optional() }))
    .min(1)
    .max(1000),
}
const input = z.discriminatedUnion('move', [
  z.strictObject({ ...many, move: z.literal('accept_application') }),
  z.strictObject({ ...many, move: z.literal('request_supplement'), items: z.array(text).min(1).max(50) }),
  z.strictObject({ ...many, move: z.literal('not_accept'), reason: text }),
  z.strictObject({ ...many, move: z.literal('grant'), conditions: z.array(text).max(50).optional() }),
  z.strictObject({ ...many, move: z.literal('refuse'), reason: text }),
  z.strictObject({ ...many, move: z.literal('deliver') }),
])
const result = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  status: z.enum(permitStatusValues).nullable(),
  done: z.boolean(),
  undo_seconds: z.number().nullable(),
  code: z.string().nullable().openapi({ description: 'why not' }),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() }).loose()),
})

/** One decision for several applications, each by itself: stands before `/{id}` in the route table. */
export const bulkPermits = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/bulk',
      summary: 'What may be decided for several at once, from which states, for how many',
      responses: {
        200: json(
          z.object({
            most: z.number(),
            moves: z.array(
              z.object({ name: z.string(), from: z.array(z.string()), input: z.record(z.string(), z.string()) }),
            ),
          }),
          'the moves in the order of the life',
        ),
        ...problems,
      },
    }),
    async (c) => c.json(await c.var.run(listBulkMoves), 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/bulk',
      summary: 'Decide several applications alike: each in a transaction of its own, each with its own answer',
      request: { body: body(input) },
      responses: {
        200: json(
          z.object({ bulk_id: z.string(), results: z.array(result) }),
          'an answer per permit, in the order asked',
        ),
        ...problems,
      },
    }),
    async (c) => {
      if (c.var.actor.role !== 'authority') throw new Problem(403, 'permits/not-your-move')
      const { bulk_id = randomUUID(), ...asked } = c.req.valid('json')
      const bulk = { bulk_id, ...asked }
      await c.var.run((ctx) => guardBulk(ctx, bulk))
      const results: BulkResult[] = []
      for (const one of bulk.permits)
        results.push(
          await c.var.run((ctx) => decideOne(ctx, bulk, one)).catch((error: Error) => notDone(one.id, error)),
        )
      return c.json({ bulk_id, results }, 200)
    },
  )
