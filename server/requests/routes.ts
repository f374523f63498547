import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import { requestStatusValues } from '../db/queries.gen.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { body, problems, room } from '../http/router.ts'
import { action } from '../projects/schemas.ts'
import { actionsOf } from '../machine/machine.ts'
import { projectKey } from '../projects/find.ts'
import { answerRequest, findRequest, requestKey, waiveRequest, type RequestRow } from './answer.ts'
import { requestMachine } from './states.ts'

const requestId = z.object({ id: z.string() })
const text = z.string().trim().min(1).max(2000)
const request = z.object({
  id: z.string(),
  project_id: z.string(),
  project_reference: z.string(),
  project_name: z.string(),
  utility_kind: z.string(),
  status: z.enum(requestStatusValues),
  response_code: z.string().nullable(),
  response_note: z.string().nullable(),
  nearest_m: z.number(),
  segments: z.number(),
  asked_at: z.string(),
  due_on: z.string(),
  answered_at: z.string().nullable(),
  version: z.number(),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.any()) }),
  actions: z.array(action),
})
const query = z.strictObject({
  project_id: z.string().optional(),
  status: z.enum(requestStatusValues).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
const answer = {
  200: { description: 'the request', content: { 'application/json': { schema: request } } },
  ...problems,
}

/** Utilities are asked about digs near their lines, and answer in time. */
export const requests = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Requests that the caller may see, the most urgent first',
      request: { query },
      responses: {
        200: {
          description: 'requests',
          content: { 'application/json': { schema: z.object({ requests: z.array(request) }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      if (c.var.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
      const { project_id, status, limit } = c.req.valid('query')
      const rows = await c.var.run((ctx) =>
        ctx.tx.many('requests/list_requests', {
          district_code: ctx.actor.district_code,
          project_id: project_id ? projectKey(project_id).id : null,
          status: status ?? null,
          limit,
        }),
      )
      return c.json({ requests: rows.map((row) => shown(c, row)) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One request',
      request: { params: requestId },
      responses: answer,
    }),
    async (c) => {
      const row = await c.var.run((ctx) => findRequest(ctx, requestKey(c.req.valid('param').id)))
      return c.json(shown(c, row), 200, { etag: etagOf(row.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/answer',
      summary: 'Answer with a response code',
      request: {
        params: requestId,
        body: body(z.strictObject({ response_code: z.string().max(40), note: text.optional() })),
      },
      responses: answer,
    }),
    async (c) =>
      c.json(
        await settle(c, c.req.valid('param').id, (ctx, row, seen) =>
          answerRequest(ctx, row, { ...c.req.valid('json'), seen }),
        ),
        200,
      ),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/waive',
      summary: 'Go on without an answer, with a reason',
      request: { params: requestId, body: body(z.strictObject({ reason: text })) },
      responses: answer,
    }),
    async (c) =>
      c.json(
        await settle(c, c.req.valid('param').id, (ctx, row, seen) =>
          waiveRequest(ctx, row, { ...c.req.valid('json'), seen }),
        ),
        200,
      ),
  )

async function settle(
  c: RequestContext<Env>,
  id: string,
  verb: (ctx: Context, row: RequestRow, seen: number | null) => Promise<void>,
) {
  const seen = ifMatch(c.req.header('if-match'))
  const row = await c.var.run(async (ctx) => {
    const found = await findRequest(ctx, requestKey(id))
    await verb(ctx, found, seen)
    return findRequest(ctx, found)
  })
  return shown(c, row)
}

function shown(c: RequestContext<Env>, row: RequestRow) {
  const {
    district_code,
    id,
    project_id,
    utility_id: _u,
    promoter_id: _p,
    contractor_id: _c,
    authority_id: _a,
    ...rest
  } = row
  const href = `/api/requests/${publicId('req', district_code, id)}`
  const actions = actionsOf(requestMachine, row.status, c.var.actor.role, (name) => `${href}/${name}`).filter(
    ({ name }) => name !== 'utility_request.answer_in_part',
  )
  return {
    ...rest,
    id: publicId('req', district_code, id),
    project_id: publicId('prj', district_code, project_id),
    actions,
  }
}
