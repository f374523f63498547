import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { moveRoutes, problems, room } from '../http/router.ts'
import { acceptApplication, acceptJointly, acceptWithPromise, requestSupplement } from './accept.ts'
import { askRenewal } from './ask-renewal.ts'
import { deliverPermit } from './deliver.ts'
import { cancelAsPenalty, endPermit } from './end-permit.ts'
import { extendDecision } from './extend-decision.ts'
import { extendStart } from './extend-start.ts'
import { grantPermit } from './grant.ts'
import { handInDocument } from './hand-in.ts'
import { findRequest } from './move-request.ts'
import { findPermit, movePermit, permitKey, type PermitRow } from './move.ts'
import { refusePermit, refuseToAccept } from './refuse.ts'
import { requestChange } from './request-change.ts'
import * as schemas from './schemas.ts'
import { signPromise } from './sign-promise.ts'
import { endSpecialProcedure, startSpecialProcedure } from './start-special-procedure.ts'
import type { PermitMove } from './states.ts'
import { undoDecision } from './undo.ts'
import { shownRequest, viewPermit } from './view.ts'

const answer = {
  200: { description: 'the permit', content: { 'application/json': { schema: schemas.permit } } },
  ...problems,
}
const moveRoute = moveRoutes(schemas.permitId, schemas.permit, 'the permit')
const askRoute = <P extends string, S extends z.ZodType>(path: P, summary: string, schema: S) =>
  createRoute({
    method: 'post',
    path: `/{id}/${path}` as const,
    summary,
    request: {
      params: schemas.permitId,
      body: { required: true, content: { 'application/json': { schema } } },
    },
    responses: {
      201: {
        description: 'what was asked, submitted',
        content: { 'application/json': { schema: schemas.changeRequest } },
      },
      ...problems,
    },
  })

/** Every named move of a permit, one path each, and what its holder may ask of it. */
export const permits = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One permit with its consents, special procedures, changes and renewals',
      request: { params: schemas.permitId },
      responses: answer,
    }),
    async (c) => {
      const shown = await c.var.run(async (ctx) =>
        viewPermit(ctx, await findPermit(ctx, permitKey(c.req.valid('param').id))),
      )
      return c.json(shown, 200, { etag: etagOf(shown.version) })
    },
  )
  .openapi(moveRoute('request-supplement', 'Ask once for everything that is missing', schemas.itemsInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), requestSupplement), 200),
  )
  .openapi(moveRoute('supplement', 'Hand in what was missing', schemas.noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), by('supplement')), 200),
  )
  .openapi(moveRoute('accept-application', 'Accept the application (受理)', schemas.noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), acceptApplication), 200),
  )
  .openapi(moveRoute('hand-in', 'Hand in files as one of the documents (材料)', schemas.handInInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), handInDocument), 200),
  )
  .openapi(moveRoute('promise', 'Promise what is missing, by a day (承诺补正)', schemas.promiseInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), signPromise), 200),
  )
  .openapi(moveRoute('accept-with-promise', 'Accept it on what is promised (容缺受理)', schemas.noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), acceptWithPromise), 200),
  )
  .openapi(moveRoute('accept-jointly', 'Accept it, to be decided together (联合办理)', schemas.jointInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), acceptJointly), 200),
  )
  .openapi(moveRoute('not-accept', 'Refuse to accept (不予受理)', schemas.reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), refuseToAccept), 200),
  )
  .openapi(
    moveRoute(
      'start-special-procedure',
      'Pause the clock for a hearing, a test, an expert review',
      schemas.specialInput,
    ),
    async (c) => c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), startSpecialProcedure), 200),
  )
  .openapi(moveRoute('end-special-procedure', 'The clock runs again', schemas.noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), endSpecialProcedure), 200),
  )
  .openapi(
    moveRoute('extend-decision', 'Put the decision off, once, by the head of the authority', schemas.extensionInput),
    async (c) => c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), extendDecision), 200),
  )
  .openapi(moveRoute('grant', 'Grant (准予)', schemas.grantInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), grantPermit), 200),
  )
  .openapi(moveRoute('refuse', 'Refuse (不予许可)', schemas.reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), refusePermit), 200),
  )
  .openapi(
    moveRoute('undo', 'Take a decision back of which the applicant was not told yet', schemas.undoInput),
    async (c) => c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), undoDecision), 200),
  )
  .openapi(moveRoute('deliver', 'Deliver (送达)', schemas.noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), deliverPermit), 200),
  )
  .openapi(moveRoute('extend-start', 'More time to begin, for a construction permit', schemas.monthsInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), extendStart), 200),
  )
  .openapi(moveRoute('withdraw-application', 'The applicant withdraws', schemas.withdrawInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), by('withdraw_application')), 200),
  )
  .openapi(moveRoute('revoke', 'Revoke an unlawful grant (撤销)', schemas.endingInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, ending(c.req.valid('json')), endPermit('revoke')), 200),
  )
  .openapi(moveRoute('withdraw', 'Withdraw for the public interest (撤回)', schemas.endingInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, ending(c.req.valid('json')), endPermit('withdraw')), 200),
  )
  .openapi(moveRoute('cancel-as-penalty', 'Cancel as a penalty (吊销)', schemas.penaltyInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, ending(c.req.valid('json')), cancelAsPenalty), 200),
  )
  .openapi(moveRoute('deregister', 'Deregister (注销)', schemas.endingInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, ending(c.req.valid('json')), endPermit('deregister')), 200),
  )
  .openapi(
    askRoute('request-change', 'Ask for another position, area or period, beforehand', schemas.changeInput),
    async (c) => {
      const shown = await ask(c, c.req.valid('param').id, c.req.valid('json'), requestChange)
      return c.json(shown, 201, { location: `/api/changes/${shown.id}` })
    },
  )
  .openapi(askRoute('renew', 'Ask for a longer life (延续)', schemas.renewalInput), async (c) => {
    const shown = await ask(c, c.req.valid('param').id, c.req.valid('json'), askRenewal)
    return c.json(shown, 201, { location: `/api/renewals/${shown.id}` })
  })

type Verb<Input, Result = unknown> = (
  ctx: Context,
  row: PermitRow,
  change: Input & { seen: number | null },
) => Promise<Result>
const by =
  (name: PermitMove): Verb<{ reason?: string; note?: string; evidence?: string[] }> =>
  (ctx, row, change) =>
    movePermit(ctx, name, row, change)

const ending = <Input extends { basis: string }>({ basis, ...input }: Input) => ({ ...input, ending_basis: basis })

async function handle<Input extends object>(c: RequestContext<Env>, id: string, input: Input, verb: Verb<Input>) {
  const seen = ifMatch(c.req.header('if-match'))
  return c.var.run(async (ctx) => {
    const row = await findPermit(ctx, permitKey(id))
    await verb(ctx, row, { ...input, seen })
    return viewPermit(ctx, await findPermit(ctx, row))
  })
}

async function ask<Input extends object>(c: RequestContext<Env>, id: string, input: Input, verb: Verb<Input, string>) {
  const seen = ifMatch(c.req.header('if-match'))
  return c.var.run(async (ctx) => {
    const row = await findPermit(ctx, permitKey(id))
    const asked = await verb(ctx, row, { ...input, seen })
    return shownRequest(await findRequest(ctx, { district_code: row.district_code, id: asked }))
  })
}
