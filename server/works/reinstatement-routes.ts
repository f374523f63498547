import { createRoute, z } from '@hono/zod-openapi'
import { reinstatementStatusValues } from '../db/queries.gen.ts'
import { addMonths } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { ifMatch } from '../http/if-match.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { body, json, problems, room } from '../http/router.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { projectId } from '../projects/schemas.ts'
import { guaranteeRule } from './guarantee.ts'
import { makePermanent } from './make-permanent.ts'
import { findWorks } from './move.ts'

const guarantee = z.object({
  reinstatement: z
    .object({
      id: z.string(),
      status: z.enum(reinstatementStatusValues),
      area_m2: z.number().nullable(),
      permanent_area_m2: z.number().nullable(),
      measured_at: z.string(),
      made_permanent_at: z.string().nullable(),
    })
    .nullable(),
  guarantee_from: z.string().nullable(),
  guarantee_to: z.string().nullable(),
  inspection_called_on: z.string().nullable(),
  components: z.array(
    z.object({ key: z.string(), months: z.number().nullable(), until: z.string().nullable() }).openapi({
      description: 'parts of a building with periods of their own; months null: its design life, or counted in seasons',
    }),
  ),
  basis_zh: z.string(),
  basis_en: z.string(),
})
const answer = json(guarantee, 'how the ground was restored, and until when it is vouched for')

/** Under /api/projects. */
export const guarantees = room().openapi(
  createRoute({
    method: 'get',
    path: '/{id}/guarantee',
    summary: 'Reinstatement and guarantee of a dig',
    request: { params: projectId },
    responses: { 200: answer, ...problems },
  }),
  async (c) => {
    const key = projectKey(c.req.valid('param').id)
    return c.json(await c.var.run((ctx) => viewGuarantee(ctx, key)), 200)
  },
)

/** Under /api/reinstatements. */
export const reinstatements = room().openapi(
  createRoute({
    method: 'post',
    path: '/{id}/make-permanent',
    summary: 'Record the permanent reinstatement as measured',
    request: {
      params: z.object({ id: z.string() }),
      body: body(
        z.strictObject({
          restored_m2: z.number().positive().max(2_000_000),
          evidence: z.array(z.string()).max(20).optional(),
        }),
      ),
    },
    responses: { 200: answer, ...problems },
  }),
  async (c) => {
    const input = { ...c.req.valid('json'), seen: ifMatch(c.req.header('if-match')) }
    const { id } = c.req.valid('param')
    return c.json(await c.var.run(async (ctx) => viewGuarantee(ctx, await makePermanent(ctx, id, input))), 200)
  },
)

async function viewGuarantee(ctx: Context, key: Key) {
  const project = await findOwnProject(ctx, key)
  const works = await findWorks(ctx, project)
  const { district_code } = project
  const row = await ctx.tx.one('works/find_reinstatement_of', { district_code, project_id: project.id })
  const rule = await guaranteeRule(ctx, works, works.guarantee_from ?? project.planned_to)
  const parts = (rule.value.components ?? {}) as Record<string, number | null>
  return {
    reinstatement: row && {
      id: publicId('rst', district_code, row.id),
      status: row.status,
      area_m2: row.area_m2,
      permanent_area_m2: row.permanent_area_m2,
      measured_at: row.measured_at,
      made_permanent_at: row.made_permanent_at,
    },
    guarantee_from: works.guarantee_from,
    guarantee_to: works.guarantee_to,
    inspection_called_on: works.inspection_called_on,
    components: Object.entries(parts).map(([name, months]) => ({
      key: name,
      months,
      until: months !== null && works.guarantee_from ? addMonths(works.guarantee_from, months) : null,
    })),
    basis_zh: rule.basis_zh,
    basis_en: rule.basis_en,
  }
}
