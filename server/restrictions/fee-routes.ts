import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from '../context.ts'
import { ifMatch } from '../http/if-match.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { projectId } from '../projects/schemas.ts'
import { assessFee } from './assess-fee.ts'
import { feeActions } from './fee-actions.ts'
import { assessInput, feeId, feesOf, settleInput, waiveInput } from './fee-schemas.ts'
import { moveFee } from './move-fee.ts'

const answer = json(feesOf, 'the fees of the dig')
const permitId = z.object({ id: z.string().openapi({ example: 'per_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' }) })

/** Under /api/projects. */
export const projectFees = room().openapi(
  createRoute({
    method: 'get',
    path: '/{id}/fees',
    summary: 'Occupation and restoration fees of the permits of a dig',
    request: { params: projectId },
    responses: { 200: answer, ...problems },
  }),
  async (c) => {
    const key = projectKey(c.req.valid('param').id)
    return c.json(await c.var.run((ctx) => viewFees(ctx, key)), 200)
  },
)

/** Under /api/fees. */
export const fees = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/assess',
      summary: 'Assess the fee of a permit by the tariffs in force',
      request: { params: permitId, body: body(assessInput) },
      responses: { 200: answer, ...problems },
    }),
    async (c) => {
      const key = parsePublicId('per', c.req.valid('param').id)
      if (!key) throw notFound('permits')
      const shown = await c.var.run(async (ctx) => {
        const { district_code, project_id } = await assessFee(ctx, key)
        return viewFees(ctx, { district_code, id: project_id })
      })
      return c.json(shown, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/settle',
      summary: 'Book a fee as paid in',
      request: { params: feeId, body: body(settleInput) },
      responses: { 200: answer, ...problems },
    }),
    async (c) => {
      const change = { ...c.req.valid('json'), seen: ifMatch(c.req.header('if-match')) }
      const { id } = c.req.valid('param')
      return c.json(await c.var.run(async (ctx) => viewFees(ctx, await moveFee(ctx, 'settle', id, change))), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/waive',
      summary: 'Waive a fee, with reason and basis (减免)',
      request: { params: feeId, body: body(waiveInput) },
      responses: { 200: answer, ...problems },
    }),
    async (c) => {
      const change = { ...c.req.valid('json'), seen: ifMatch(c.req.header('if-match')) }
      const { id } = c.req.valid('param')
      return c.json(await c.var.run(async (ctx) => viewFees(ctx, await moveFee(ctx, 'waive', id, change))), 200)
    },
  )

async function viewFees(ctx: Context, key: Key) {
  const project = await findOwnProject(ctx, key)
  const { district_code } = project
  const rows = await ctx.tx.many('restrictions/list_fees', { district_code, project_id: project.id })
  return {
    fees: rows.map(({ id, permit_id, authority_id: _a, lines, ...fee }) => ({
      ...fee,
      id: publicId('fee', district_code, id),
      permit_id: publicId('per', district_code, permit_id),
      currency: 'CNY' as const,
      lines: lines as Record<string, unknown>[],
    })),
    actions: await feeActions(ctx, project),
  }
}
