import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '../http/problem.ts'
import { problems, room } from '../http/router.ts'
import { verifyChains } from './verify.ts'

const verdict = z.object({
  stream: z.string(),
  entries: z.number(),
  intact: z.boolean(),
  broken_at: z.number().nullable(),
  head: z.string(),
})
const query = z.strictObject({
  subject_id: z.uuid().optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

/** For auditors: who did what, and whether the chain holds. */
export const audit = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Audit rows, newest first',
      request: { query },
      responses: {
        200: {
          description: 'a page',
          content: { 'application/json': { schema: z.object({ entries: z.array(z.record(z.string(), z.any())) }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      onlyAuditors(c.var.actor.role)
      const { subject_id, before, limit } = c.req.valid('query')
      const { district_code } = c.var.actor
      const entries = await c.var.run(({ tx }) =>
        tx.many('audit/list_audit', { district_code, subject_id: subject_id ?? null, before: before ?? null, limit }),
      )
      return c.json({ entries }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/verify',
      summary: "Recompute the district's chains",
      responses: {
        200: {
          description: 'a verdict per chain',
          content: { 'application/json': { schema: z.object({ chains: z.array(verdict) }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      onlyAuditors(c.var.actor.role)
      return c.json({ chains: await verifyChains(c.var.parts.run, c.var.actor.district_code) }, 200)
    },
  )

function onlyAuditors(role: string): void {
  if (role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (role !== 'auditor' && role !== 'admin') throw new Problem(403, 'audit/not-allowed')
}
