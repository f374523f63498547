import { createRoute, z } from '@hono/zod-openapi'
import { shanghaiDay } from '../clocks/working-days.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { Problem } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'
import { projectKey } from '../projects/find.ts'
import { projectId } from '../projects/schemas.ts'
import { blackoutKey, findBlackout, showBlackout } from './blackout.ts'
import { checkUp, type Clashes } from './check.ts'
import { declareBlackout } from './declare-blackout.ts'
import { endBlackout } from './end-blackout.ts'
import { findHold, holdKey, listArticles, showHold } from './hold.ts'
import { liftHold } from './lift-hold.ts'
import { restrictionsOfProject } from './of-project.ts'
import { placeHold } from './place-hold.ts'
import {
  article,
  blackout,
  blackoutId,
  blackoutInput,
  checkup,
  checkupInput,
  endInput,
  hold,
  holdId,
  holdInput,
  holdQuery,
  liftInput,
  ofProject,
  pastQuery,
} from './schemas.ts'

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: { 'application/json': { schema } } })

/** 动土体检, and what restricts a dig: no-dig years, blackout periods, holds. `clashes` finds the lines and digs near a shape. */
export const restrictionRoutes = (clashes: Clashes) =>
  room()
    .openapi(
      createRoute({
        method: 'post',
        path: '/check',
        summary: 'Check up on a dig before it is filed (动土体检). Nothing is stored',
        request: { body: body(checkupInput) },
        responses: { 200: json(checkup, 'what the law says of it, as the caller may know'), ...problems },
      }),
      async (c) => c.json(await c.var.run((ctx) => checkUp(ctx, clashes, c.req.valid('json'))), 200),
    )
    .route('/', blackouts)
    .route('/', holds)
    .openapi(
      createRoute({
        method: 'get',
        path: '/projects/{id}',
        summary: 'What restricts one dig',
        request: { params: projectId },
        responses: { 200: json(ofProject, 'for those who see the dig whole'), ...problems },
      }),
      async (c) => {
        const key = projectKey(c.req.valid('param').id)
        return c.json(await c.var.run((ctx) => restrictionsOfProject(ctx, key)), 200)
      },
    )

const blackouts = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/blackouts',
      summary: 'Periods in which no works may start (停工期)',
      request: { query: pastQuery },
      responses: { 200: json(z.object({ blackouts: z.array(blackout) }), 'in force or to come first'), ...problems },
    }),
    async (c) => {
      const with_past = c.req.valid('query').with_past === 'true'
      const rows = await c.var.run((ctx) =>
        ctx.tx.many('restrictions/list_blackouts', {
          district_code: ctx.actor.district_code,
          day: shanghaiDay(ctx.now),
          with_past,
        }),
      )
      return c.json({ blackouts: rows.map(showBlackout) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/blackouts',
      summary: 'Declare a blackout period',
      request: { body: body(blackoutInput) },
      responses: { 201: json(blackout, 'the period'), ...problems },
    }),
    async (c) => {
      const row = await c.var.run(async (ctx) => findBlackout(ctx, await declareBlackout(ctx, c.req.valid('json'))))
      return c.json(showBlackout(row), 201)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/blackouts/{id}/end',
      summary: 'End a blackout period early, from today on',
      request: { params: blackoutId, body: body(endInput) },
      responses: { 200: json(blackout, 'the period, ended'), ...problems },
    }),
    async (c) => {
      const key = blackoutKey(c.req.valid('param').id)
      const seen = ifMatch(c.req.header('if-match'))
      const row = await c.var.run(async (ctx) => {
        await endBlackout(ctx, key, { ...c.req.valid('json'), seen })
        return findBlackout(ctx, key)
      })
      return c.json(showBlackout(row), 200, { etag: etagOf(row.version) })
    },
  )

const holds = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles',
      summary: 'The articles by which a hold may be placed, and what each does',
      responses: { 200: json(z.object({ articles: z.array(article) }), 'in force today'), ...problems },
    }),
    async (c) => c.json({ articles: await c.var.run(listArticles) }, 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/holds',
      summary: 'Holds on promoters (暂缓办理)',
      request: { query: holdQuery },
      responses: { 200: json(z.object({ holds: z.array(hold) }), 'as the caller may see them'), ...problems },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      const { promoter_id, with_past } = c.req.valid('query')
      const rows = await c.var.run((ctx) =>
        ctx.tx.many('restrictions/list_holds', {
          district_code: ctx.actor.district_code,
          promoter_id: promoter_id ? (parsePublicId('org', promoter_id)?.id ?? null) : null,
          with_past: with_past === 'true',
        }),
      )
      return c.json({ holds: rows.map(showHold) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/holds',
      summary: 'Hold the matters of a promoter',
      request: { body: body(holdInput) },
      responses: { 201: json(hold, 'the hold'), ...problems },
    }),
    async (c) => {
      const row = await c.var.run(async (ctx) => findHold(ctx, await placeHold(ctx, c.req.valid('json'))))
      return c.json(showHold(row), 201)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/holds/{id}/lift',
      summary: 'Lift a hold',
      request: { params: holdId, body: body(liftInput) },
      responses: { 200: json(hold, 'the hold, lifted'), ...problems },
    }),
    async (c) => {
      const key = holdKey(c.req.valid('param').id)
      const seen = ifMatch(c.req.header('if-match'))
      const row = await c.var.run(async (ctx) => {
        await liftHold(ctx, key, { ...c.req.valid('json'), seen })
        return findHold(ctx, key)
      })
      return c.json(showHold(row), 200, { etag: etagOf(row.version) })
    },
  )
