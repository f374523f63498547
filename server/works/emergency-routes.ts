import { createRoute, z } from '@hono/zod-openapi'
import { shanghaiDay } from '../clocks/working-days.ts'
import { Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'

const day = z.iso.date()
const share = z.object({
  promoter_id: z.string(),
  promoter_name: z.string(),
  digs: z.number().openapi({ description: 'begun in the period' }),
  emergencies: z.number(),
  late: z.number().openapi({ description: 'emergencies whose application did not come in its hours' }),
  share: z.number().openapi({ description: 'emergencies of digs, 0 to 1' }),
})
const staff = ['authority', 'inspector', 'planner', 'auditor', 'admin']

/** Who digs first and asks afterwards, how often: for staff. */
export const emergencies = room().openapi(
  createRoute({
    method: 'get',
    path: '/shares',
    summary: 'Share of emergencies per promoter; by default of the last year',
    request: {
      query: z.strictObject({
        from: day.optional(),
        to: day.optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
    },
    responses: {
      200: {
        description: 'promoters with emergencies, the largest share first',
        content: {
          'application/json': { schema: z.object({ from: z.string(), to: z.string(), promoters: z.array(share) }) },
        },
      },
      ...problems,
    },
  }),
  async (c) => {
    const { role } = c.var.actor
    if (role === 'public') throw new Problem(401, 'accounts/unknown-credential')
    if (!staff.includes(role)) throw new Problem(403, 'works/staff-only')
    const { limit, ...asked } = c.req.valid('query')
    const answer = await c.var.run(async (ctx) => {
      const to = asked.to ?? shanghaiDay(ctx.now)
      const from = asked.from ?? `${Number(to.slice(0, 4)) - 1}${to.slice(4).replace('02-29', '02-28')}`
      const { district_code } = ctx.actor
      const rows = await ctx.tx.many('works/count_emergencies', { district_code, from, to, limit })
      const promoters = rows.map((row) => ({ ...row, promoter_id: publicId('org', district_code, row.promoter_id) }))
      return { from, to, promoters }
    })
    return c.json(answer, 200)
  },
)
