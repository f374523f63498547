import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { Problem } from '../http/problem.ts'
import { moveRoutes, problems, room } from '../http/router.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { findRectification, rectificationKey, summarise, viewRectification, type RectificationRow } from './find.ts'
import { moveRectification, type RectificationChange } from './move.ts'
import {
  evidenceInput,
  noInput,
  reasonInput,
  rectification,
  rectificationQuery,
  rectificationSummary,
} from './schemas.ts'

const rectificationId = z.object({ id: z.string() })
const answer = {
  200: { description: 'the rectification', content: { 'application/json': { schema: rectification } } },
  ...problems,
}
const moveRoute = moveRoutes(rectificationId, rectification, 'the rectification')

/** What inspections ordered to be put right (责令整改), and the promoter's answers to it. */
export const rectifications = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Rectifications: open ones first, then by last day',
      request: { query: rectificationQuery },
      responses: {
        200: {
          description: 'as the caller may see them',
          content: { 'application/json': { schema: z.object({ rectifications: z.array(rectificationSummary) }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      const { project_id, mine, open, limit } = c.req.valid('query')
      const rows = await c.var.run(async (ctx) => {
        const project = project_id ? await findOwnProject(ctx, projectKey(project_id)) : null
        return ctx.tx.many('rectifications/list_rectifications', {
          district_code: project?.district_code ?? ctx.actor.district_code,
          project_id: project?.id ?? null,
          organisation_id: mine === 'true' ? ctx.actor.organisation_id : null,
          is_open: open === 'true',
          limit,
        })
      })
      return c.json({ rectifications: rows.map(summarise) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One rectification',
      request: { params: rectificationId },
      responses: answer,
    }),
    async (c) => {
      const seen = await c.var.run((ctx) => viewRectification(ctx, rectificationKey(c.req.valid('param').id)))
      return c.json(seen, 200, { etag: etagOf(seen.version) })
    },
  )
  .openapi(moveRoute('acknowledge', 'Acknowledge (签收)', noInput), async (c) =>
    c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) =>
        moveRectification(ctx, 'acknowledge', row, { seen }),
      ),
      200,
    ),
  )
  .openapi(moveRoute('submit-evidence', 'Say what was put right, with photos', evidenceInput), async (c) => {
    const { note, attachments } = c.req.valid('json')
    return c.json(
      await handle(c, c.req.valid('param').id, async (ctx, row, seen) => {
        const evidence = await evidenceOf(ctx, row, attachments, '/attachments')
        await moveRectification(ctx, 'submit_evidence', row, { seen, note, evidence })
      }),
      200,
    )
  })
  .openapi(moveRoute('escalate', 'Escalate an overdue one', reasonInput), async (c) =>
    c.json(
      await handle(c, c.req.valid('param').id, (ctx, row, seen) =>
        moveRectification(ctx, 'escalate', row, { seen, ...c.req.valid('json') }),
      ),
      200,
    ),
  )

type Verb = (ctx: Context, row: RectificationRow, seen: RectificationChange['seen']) => Promise<void>

async function handle(c: RequestContext<Env>, id: string, verb: Verb) {
  const key = rectificationKey(id)
  const seen = ifMatch(c.req.header('if-match'))
  const shown = await c.var.run(async (ctx) => {
    await verb(ctx, await findRectification(ctx, key), seen)
    return viewRectification(ctx, key)
  })
  c.header('etag', etagOf(shown.version))
  return shown
}
