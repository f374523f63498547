import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'
import { projectKey } from '../projects/find.ts'
import { projectId } from '../projects/schemas.ts'
import { applyForPermit } from './apply.ts'
import { grantPermit } from './grant.ts'
import { findPermit, movePermit, permitKey, type PermitChange, type PermitRow } from './move.ts'
import { grantInput, itemsInput, noInput, permit, permitId, reasonInput } from './schemas.ts'
import type { PermitMove } from './states.ts'

const answer = { 200: { description: 'the permit', content: { 'application/json': { schema: permit } } }, ...problems }
const moveRoute = <P extends string, S extends z.ZodType>(path: P, summary: string, schema: S) =>
  createRoute({
    method: 'post',
    path: `/{id}/${path}` as const,
    summary,
    request: { params: permitId, body: { required: true, content: { 'application/json': { schema } } } },
    responses: answer,
  })

/** The application's way: under /api/projects, because the dig is what one applies for. */
export const applications = room().openapi(
  createRoute({
    method: 'post',
    path: '/{id}/apply',
    summary: 'Apply for the permit of a planned dig',
    request: { params: projectId },
    responses: {
      201: { description: 'the permit, submitted', content: { 'application/json': { schema: permit } } },
      ...problems,
    },
  }),
  async (c) => {
    const key = projectKey(c.req.valid('param').id)
    const row = await c.var.run(async (ctx) => {
      const id = await applyForPermit(ctx, { ...key, seen: ifMatch(c.req.header('if-match')) })
      return findPermit(ctx, { ...key, id })
    })
    return c.json(shown(row), 201, { location: `/api/permits/${publicId('per', row.district_code, row.id)}` })
  },
)

/** Every named move of a permit, one path each. */
export const permits = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One permit',
      request: { params: permitId },
      responses: answer,
    }),
    async (c) => {
      const row = await c.var.run((ctx) => findPermit(ctx, permitKey(c.req.valid('param').id)))
      return c.json(shown(row), 200, { etag: etagOf(row.version) })
    },
  )
  .openapi(moveRoute('request-supplement', 'Ask once for everything that is missing', itemsInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, once('request_supplement'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('supplement', 'Hand in what was missing', noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('supplement'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('accept-application', 'Accept the application (受理)', noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('accept_application'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('not-accept', 'Refuse to accept (不予受理)', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('not_accept'), c.req.valid('json')), 200),
  )
  .openapi(
    moveRoute('start-special-procedure', 'Pause the clock for a hearing, a test, an expert review', reasonInput),
    async (c) =>
      c.json(await handle(c, c.req.valid('param').id, by('start_special_procedure'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('end-special-procedure', 'The clock runs again', noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('end_special_procedure'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('grant', 'Grant (准予)', grantInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, grantPermit, c.req.valid('json')), 200),
  )
  .openapi(moveRoute('refuse', 'Refuse (不予许可)', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('refuse'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('deliver', 'Deliver (送达)', noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('deliver'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('withdraw-application', 'The applicant withdraws', noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('withdraw_application'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('revoke', 'Revoke an unlawful grant (撤销)', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('revoke'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('withdraw', 'Withdraw for the public interest (撤回)', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('withdraw'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('cancel-as-penalty', 'Cancel as a penalty (吊销)', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('cancel_as_penalty'), c.req.valid('json')), 200),
  )
  .openapi(moveRoute('deregister', 'Deregister (注销)', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, by('deregister'), c.req.valid('json')), 200),
  )

type Verb = (ctx: Context, row: PermitRow, change: PermitChange) => Promise<unknown>
const by =
  (name: PermitMove): Verb =>
  (ctx, row, change) =>
    movePermit(ctx, name, row, change)

/** 行政许可法 32(4): what is missing is told once and completely. */
const once =
  (name: PermitMove): Verb =>
  (ctx, row, change) => {
    if (row.supplement_items) throw new Problem(409, 'permits/supplement-asked-once')
    return movePermit(ctx, name, row, change)
  }

async function handle(c: RequestContext<Env>, id: string, verb: Verb, input: Omit<PermitChange, 'seen'>) {
  const seen = ifMatch(c.req.header('if-match'))
  return c.var.run(async (ctx) => {
    const row = await findPermit(ctx, permitKey(id))
    await verb(ctx, row, { ...input, seen })
    return shown(await findPermit(ctx, row))
  })
}

function shown(row: PermitRow) {
  const {
    district_code,
    id,
    project_id,
    promoter_id: _p,
    contractor_id: _c,
    authority_id: _a,
    created_at: _at,
    ...rest
  } = row
  return { ...rest, id: publicId('per', district_code, id), project_id: publicId('prj', district_code, project_id) }
}
