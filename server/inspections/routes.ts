import { createRoute, z } from '@hono/zod-openapi'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { findInspection, inspectionKey, summarise, viewInspection } from './find.ts'
import type { FollowUps } from './follow-ups.ts'
import { recordInspection } from './record.ts'
import { inspection, inspectionInput, inspectionQuery, inspectionSummary, withdrawInput } from './schemas.ts'
import { withdrawInspection } from './withdraw.ts'

const inspectionId = z.object({ id: z.string() })

/** Visits to digs: recorded for good, withdrawn with a reason, never edited. `followUps` is what the room of rectifications does with them. */
export const inspectionRoutes = (followUps: FollowUps) =>
  room()
    .openapi(
      createRoute({
        method: 'post',
        path: '/',
        summary: 'Record a visit; a failed one orders a rectification, a passing re-inspection clears it',
        request: { body: body(inspectionInput) },
        responses: { 201: json(inspection, 'the visit, with warnings that block nothing'), ...problems },
      }),
      async (c) => {
        const seen = await c.var.run(async (ctx) =>
          viewInspection(ctx, await recordInspection(ctx, c.req.valid('json'), followUps)),
        )
        return c.json(seen, 201, { location: `/api/inspections/${seen.id}`, etag: etagOf(seen.version) })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/',
        summary: 'Visits, newest first',
        request: { query: inspectionQuery },
        responses: { 200: json(z.object({ inspections: z.array(inspectionSummary) }), 'newest first'), ...problems },
      }),
      async (c) => {
        if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
        const { project_id, mine, limit } = c.req.valid('query')
        const rows = await c.var.run(async (ctx) => {
          const project = project_id ? await findOwnProject(ctx, projectKey(project_id)) : null
          return ctx.tx.many('inspections/list_inspections', {
            district_code: project?.district_code ?? ctx.actor.district_code,
            project_id: project?.id ?? null,
            organisation_id: mine === 'true' ? ctx.actor.organisation_id : null,
            limit,
          })
        })
        return c.json({ inspections: rows.map(summarise) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/{id}',
        summary: 'One visit',
        request: { params: inspectionId },
        responses: { 200: json(inspection, 'the visit'), ...problems },
      }),
      async (c) => {
        const seen = await c.var.run((ctx) => viewInspection(ctx, inspectionKey(c.req.valid('param').id)))
        return c.json(seen, 200, { etag: etagOf(seen.version) })
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/{id}/withdraw',
        summary: 'Withdraw a visit',
        request: { params: inspectionId, body: body(withdrawInput) },
        responses: { 200: json(inspection, 'the visit, withdrawn'), ...problems },
      }),
      async (c) => {
        const key = inspectionKey(c.req.valid('param').id)
        const seen = ifMatch(c.req.header('if-match'))
        const shown = await c.var.run(async (ctx) => {
          const row = await findInspection(ctx, key)
          await withdrawInspection(ctx, row, { ...c.req.valid('json'), seen }, followUps)
          return viewInspection(ctx, key)
        })
        return c.json(shown, 200, {
          etag: etagOf(shown.version),
          location: `/api/inspections/${publicId('ins', key.district_code, key.id)}`,
        })
      },
    )
