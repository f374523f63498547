import { createRoute } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { ifMatch } from '../http/if-match.ts'
import { body, json, moveRoutes, problems, room } from '../http/router.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { projectId } from '../projects/schemas.ts'
import { approveItem, refuseItem } from './answer-item.ts'
import { askItemAgain } from './ask-again.ts'
import { askStage } from './ask-stage.ts'
import { findItem, itemKey, type ItemChange, type ItemRow } from './move-item.ts'
import { approvalId, approvalStages, approveInput, askInput, noBody, refuseInput } from './schemas.ts'
import { viewStages } from './view.ts'

const answer = json(approvalStages, 'the stages of the dig, in their order')

/** Under /api/projects: the stages of approvals that building works run (立项用地规划许可、工程建设许可、施工许可、竣工验收). */
export const projectApprovals = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/approvals',
      summary: 'The approval stages of a dig with their items; none for kinds that run no stages',
      request: { params: projectId },
      responses: { 200: answer, ...problems },
    }),
    async (c) => {
      const key = projectKey(c.req.valid('param').id)
      return c.json(await c.var.run(async (ctx) => viewStages(ctx, await findOwnProject(ctx, key))), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/approvals',
      summary: 'Ask for a stage: all its items at once (并联审批); for the last, joint acceptance (联合验收)',
      request: { params: projectId, body: body(askInput) },
      responses: { 201: answer, ...problems },
    }),
    async (c) => {
      const key = projectKey(c.req.valid('param').id)
      const shown = await c.var.run(async (ctx) => {
        await askStage(ctx, { ...key, ...c.req.valid('json'), seen: ifMatch(c.req.header('if-match')) })
        return viewStages(ctx, await findOwnProject(ctx, key))
      })
      return c.json(shown, 201)
    },
  )

const moveRoute = moveRoutes(approvalId, approvalStages, 'the stages of the dig, in their order')

/** Under /api/approvals: one item and its authority's answer. Each answers with all the stages of the dig. */
export const approvals = room()
  .openapi(moveRoute('approve', 'Approve an item, by a paper with its number', approveInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), approveItem), 200),
  )
  .openapi(moveRoute('refuse', 'Do not approve an item, with reasons', refuseInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), refuseItem), 200),
  )
  .openapi(moveRoute('ask-again', 'Ask again for an item that was refused', noBody), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), askItemAgain), 200),
  )

async function handle(
  c: RequestContext<Env>,
  id: string,
  input: Omit<ItemChange, 'seen'>,
  verb: (ctx: Context, item: ItemRow, change: ItemChange) => Promise<void>,
) {
  const seen = ifMatch(c.req.header('if-match'))
  return c.var.run(async (ctx) => {
    const item = await findItem(ctx, itemKey(id))
    await verb(ctx, item, { ...input, seen })
    return viewStages(ctx, await findOwnProject(ctx, { district_code: item.district_code, id: item.project_id }))
  })
}
