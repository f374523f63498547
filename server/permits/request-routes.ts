import { createRoute } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { ChangeRequestKind } from '../db/queries.gen.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { moveRoutes, problems, room } from '../http/router.ts'
import type { ChangeMove } from './change-states.ts'
import { grantChange, grantRenewal } from './grant-request.ts'
import { findRequest, moveRequest, requestKey, type RequestChange, type RequestRow } from './move-request.ts'
import { changeId, changeRequest, noInput, reasonInput, renewalId } from './schemas.ts'
import { shownRequest } from './view.ts'

const answer = {
  200: { description: 'the request', content: { 'application/json': { schema: changeRequest } } },
  ...problems,
}

/** Changes of a permit that stands. */
export const changes = requests('change', changeId, grantChange)
/** Renewals of a permit that stands. */
export const renewals = requests('renewal', renewalId, (ctx, row, change) => grantRenewal(ctx, row, change))

type Verb = (ctx: Context, row: RequestRow, change: RequestChange) => Promise<void>

function requests(kind: ChangeRequestKind, params: typeof changeId, grant: Verb) {
  const moveRoute = moveRoutes(params, changeRequest, 'the request')
  const handle = async (c: RequestContext<Env>, id: string, input: Omit<RequestChange, 'seen'>, verb: Verb) => {
    const seen = ifMatch(c.req.header('if-match'))
    return c.var.run(async (ctx) => {
      const row = await findRequest(ctx, requestKey(kind, id), kind)
      await verb(ctx, row, { ...input, seen })
      return shownRequest(await findRequest(ctx, row))
    })
  }
  const by =
    (name: ChangeMove): Verb =>
    (ctx, row, change) =>
      moveRequest(ctx, name, row, change)
  return room()
    .openapi(
      createRoute({ method: 'get', path: '/{id}', summary: `One ${kind}`, request: { params }, responses: answer }),
      async (c) => {
        const row = await c.var.run((ctx) => findRequest(ctx, requestKey(kind, c.req.valid('param').id), kind))
        return c.json(shownRequest(row), 200, { etag: etagOf(row.version) })
      },
    )
    .openapi(moveRoute('accept-application', `Accept the ${kind} (受理)`, noInput), async (c) =>
      c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), by('accept_application')), 200),
    )
    .openapi(moveRoute('grant', `Grant the ${kind} (准予)`, noInput), async (c) =>
      c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), grant), 200),
    )
    .openapi(moveRoute('refuse', `Refuse the ${kind} (不予许可)`, reasonInput), async (c) =>
      c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), by('refuse')), 200),
    )
    .openapi(moveRoute('cancel', `The applicant takes the ${kind} back`, noInput), async (c) =>
      c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), by('cancel')), 200),
    )
}
