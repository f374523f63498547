import { createRoute, z } from '@hono/zod-openapi'
import { shanghaiDay } from '../clocks/working-days.ts'
import { ifMatch } from '../http/if-match.ts'
import { publicId } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { staffOnly } from '../http/staff-only.ts'
import { findHandover, handoverKey, moveHandover } from './move-handover.ts'
import { handover, handoverId, noBody, unclaimed } from './schemas.ts'
import { shownHandover } from './view.ts'

/** Granted files on their way to who supervises: how many nobody has claimed, which, and signing for one. */
export const handovers = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Files handed over to supervision: the figures, and which nobody has signed for',
      request: { query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) }) },
      responses: { 200: json(unclaimed, 'the longest waiting first'), ...problems },
    }),
    async (c) => {
      staffOnly(c.var.actor, 'permits/not-your-move')
      const { limit } = c.req.valid('query')
      const shown = await c.var.run(async ({ tx, actor, now }) => {
        const of = { district_code: actor.district_code, today: shanghaiDay(now) }
        const figures = await tx.one('permits/count_handovers', of)
        return { ...figures!, files: await tx.many('permits/list_unclaimed', { ...of, limit }) }
      })
      const files = shown.files.map(({ district_code, id, permit_id, project_id, ...row }) => ({
        ...row,
        id: publicId('hnd', district_code, id),
        permit_id: publicId('per', district_code, permit_id),
        project_id: publicId('prj', district_code, project_id),
      }))
      return c.json({ ...shown, files }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/sign-for',
      summary: 'Sign for a granted file (签收): it is supervised from here on',
      request: { params: handoverId, body: body(noBody) },
      responses: { 200: json(handover, 'the hand-over'), ...problems },
    }),
    async (c) => {
      const seen = ifMatch(c.req.header('if-match'))
      const row = await c.var.run(async (ctx) => {
        const found = await findHandover(ctx, handoverKey(c.req.valid('param').id))
        await moveHandover(ctx, 'sign_for', found, seen)
        return findHandover(ctx, found)
      })
      return c.json(shownHandover(row), 200)
    },
  )
