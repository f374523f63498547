import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '../http/problem.ts'
import { problems, room } from '../http/router.ts'
import { envelope } from '../outbox/envelope.ts'

const most = 250
const query = z.strictObject({
  after: z.string().max(64).optional().openapi({ description: 'the cursor of the last page; opaque' }),
  limit: z.coerce.number().int().min(1).max(most).default(100),
})

/** The cursor feed: the truth that webhooks only announce. Complete and in order per subject, of what the caller may see. */
export const events = room().openapi(
  createRoute({
    method: 'get',
    path: '/',
    summary: 'Events after a cursor, as CloudEvents',
    request: { query },
    responses: {
      200: {
        description: 'events in order, and the cursor to go on with',
        content: {
          'application/json': { schema: z.object({ events: z.array(z.any()), next: z.string(), more: z.boolean() }) },
        },
      },
      ...problems,
    },
  }),
  async (c) => {
    if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
    const { after, limit } = c.req.valid('query')
    const { district_code } = c.var.actor
    const seq = after === undefined ? 0 : readCursor(after, district_code)
    const rows = await c.var.run(({ tx }) => tx.many('outbox/list_events', { district_code, after: seq, limit }))
    const last = rows.at(-1)?.seq ?? seq
    return c.json(
      {
        events: rows.map((row) => envelope({ ...row, district_code })),
        next: `${district_code}-${last}`,
        more: rows.length === limit,
      },
      200,
    )
  },
)

function readCursor(text: string, district_code: number): number {
  const match = /^(\d{6})-(\d+)$/.exec(text)
  if (!match || Number(match[1]) !== district_code) throw new Problem(422, 'http/invalid-cursor')
  return Number(match[2])
}
