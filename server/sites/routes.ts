import { createRoute, z } from '@hono/zod-openapi'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { publicId } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'
import { site } from '../projects/schemas.ts'
import { findSite, moveSite, siteKey, type SiteRow } from './move.ts'

const siteId = z.object({ id: z.string() })
const answer = { 200: { description: 'the site', content: { 'application/json': { schema: site } } }, ...problems }
const moveInput = z.strictObject({
  reason: z.string().trim().min(1).max(2000).optional(),
  evidence: z.array(z.string()).max(20).optional(),
})
const moves = ['open', 'backfill', 'reopen', 'restore'] as const

/** The sites (工段) of digs and their moves. */
export const sites = room()
  .openapi(
    createRoute({ method: 'get', path: '/{id}', summary: 'One site', request: { params: siteId }, responses: answer }),
    async (c) => {
      const row = await c.var.run((ctx) => findSite(ctx, siteKey(c.req.valid('param').id)))
      return c.json(shown(row), 200, { etag: etagOf(row.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/{move}',
      summary: 'Open, backfill, reopen or restore a site',
      request: {
        params: siteId.extend({ move: z.enum(moves) }),
        body: { required: true, content: { 'application/json': { schema: moveInput } } },
      },
      responses: answer,
    }),
    async (c) => {
      const { id, move } = c.req.valid('param')
      const row = await c.var.run(async (ctx) => {
        const found = await findSite(ctx, siteKey(id))
        await moveSite(ctx, move, found, { ...c.req.valid('json'), seen: ifMatch(c.req.header('if-match')) })
        return findSite(ctx, found)
      })
      return c.json(shown(row), 200, { etag: etagOf(row.version) })
    },
  )

function shown(row: SiteRow) {
  const {
    district_code,
    id,
    project_id: _p,
    promoter_id: _o,
    contractor_id: _c,
    stage: _s,
    authority_id: _a,
    kind: _k,
    ...rest
  } = row
  return { ...rest, id: publicId('sit', district_code, id) }
}
