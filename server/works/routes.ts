import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { changedSince } from '../http/problem.ts'
import { moveRoutes, problems, room } from '../http/router.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { project, projectId, projectInput } from '../projects/schemas.ts'
import { viewProject } from '../projects/view.ts'
import { completeWorks } from './complete.ts'
import { startEmergency } from './emergency.ts'
import { closeGuarantee, startGuarantee } from './guarantee.ts'
import { findWorks, moveWorks, type WorksChange, type WorksRow } from './move.ts'
import { resumeWorks } from './resume.ts'
import { passWorks } from './pass.ts'
import { startWorks } from './start.ts'
import type { WorksMove } from './states.ts'

const text = z.string().trim().min(1).max(2000)
const evidence = z.array(z.string()).max(20).optional()
const noteInput = z.strictObject({ note: text.optional(), evidence })
const passInput = noteInput.extend({
  restored_m2: z.number().positive().max(2_000_000).optional(),
  reinstatement: z.enum(['interim', 'permanent']).optional(),
})
const reasonInput = z.strictObject({ reason: text, evidence })
const moveRoute = moveRoutes(projectId, project, 'the project')

/** The moves of the works of a project, under /api/projects: one path each. */
export const works = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/emergency-start',
      summary: 'Dig first, file within the hours of the rule (抢险)',
      request: {
        body: { required: true, content: { 'application/json': { schema: projectInput.extend({ cause: text }) } } },
      },
      responses: {
        201: { description: 'the project, in progress', content: { 'application/json': { schema: project } } },
        ...problems,
      },
    }),
    async (c) => {
      const created = await c.var.run(async (ctx) =>
        viewProject(ctx, c.var.parts, await startEmergency(ctx, c.req.valid('json'))),
      )
      return c.json(created, 201, { location: `/api/projects/${created.id}` })
    },
  )
  .openapi(moveRoute('start', 'Start the works (开工)', noteInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, startWorks, c.req.valid('json')), 200),
  )
  .openapi(moveRoute('suspend', 'Suspend (停工)', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('suspend'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('resume', 'Resume (复工)', noteInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, resumeWorks, c.req.valid('json')), 200),
  )
  .openapi(moveRoute('complete', 'Report completion (完工)', noteInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, completeWorks, c.req.valid('json')), 200),
  )
  .openapi(moveRoute('reject-acceptance', 'Reject at acceptance', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('reject_acceptance'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('pass', 'Pass (验收合格), with what was restored', passInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, passWorks, c.req.valid('json')), 200),
  )
  .openapi(moveRoute('start-guarantee', 'Start the guarantee', noteInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, startGuarantee, c.req.valid('json')), 200),
  )
  .openapi(moveRoute('close', 'Close the file', noteInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, closeGuarantee, c.req.valid('json')), 200),
  )

type Verb = (ctx: Context, row: WorksRow, change: WorksChange) => Promise<unknown>
const by =
  (name: WorksMove): Verb =>
  (ctx, row, change) =>
    moveWorks(ctx, name, row, change)

async function handle(c: RequestContext<Env>, id: string, verb: Verb, input: WorksChange) {
  const seen = ifMatch(c.req.header('if-match'))
  const found = await c.var.run(async (ctx) => {
    const project = await findOwnProject(ctx, projectKey(id))
    if (seen !== null && seen !== project.version) throw changedSince('works', { version: project.version })
    await verb(ctx, await findWorks(ctx, project), input)
    return viewProject(ctx, c.var.parts, project)
  })
  c.header('etag', etagOf(found.version))
  return found
}
