import { createRoute } from '@hono/zod-openapi'
import { ifMatch } from '../http/if-match.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { projectKey } from '../projects/find.ts'
import { projectId } from '../projects/schemas.ts'
import { viewGeometries } from './geometries.ts'
import { handInSurvey } from './hand-in.ts'
import { caseId, geometries, settleInput, siteId, surveyInput } from './schemas.ts'
import { settleOverdig } from './settle.ts'

const answer = json(geometries, 'every life of the ground of the dig')

/** Under /api/sites. */
export const surveys = room().openapi(
  createRoute({
    method: 'post',
    path: '/{id}/survey',
    summary: 'Hand in the as-built survey of a site, measured before backfill (竣工测量)',
    request: { params: siteId, body: body(surveyInput) },
    responses: { 201: answer, ...problems },
  }),
  async (c) => {
    const key = parsePublicId('sit', c.req.valid('param').id)
    if (!key) throw notFound('sites')
    const input = { ...c.req.valid('json'), seen: ifMatch(c.req.header('if-match')) }
    const shown = await c.var.run(async (ctx) => viewGeometries(ctx, await handInSurvey(ctx, key, input)))
    return c.json(shown, 201)
  },
)

/** Under /api/projects. */
export const projectGeometries = room().openapi(
  createRoute({
    method: 'get',
    path: '/{id}/geometries',
    summary: 'The ground of a dig as planned, permitted, built and observed: areas, differences, over-dig',
    request: { params: projectId },
    responses: { 200: answer, ...problems },
  }),
  async (c) => {
    const key = projectKey(c.req.valid('param').id)
    return c.json(await c.var.run((ctx) => viewGeometries(ctx, key)), 200)
  },
)

/** Under /api/overdigs. */
export const overdigs = room().openapi(
  createRoute({
    method: 'post',
    path: '/{id}/settle',
    summary: 'Settle an over-dig case',
    request: { params: caseId, body: body(settleInput) },
    responses: { 200: answer, ...problems },
  }),
  async (c) => {
    const input = { ...c.req.valid('json'), seen: ifMatch(c.req.header('if-match')) }
    const { id } = c.req.valid('param')
    return c.json(await c.var.run(async (ctx) => viewGeometries(ctx, await settleOverdig(ctx, id, input))), 200)
  },
)
