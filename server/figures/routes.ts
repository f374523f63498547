import { createRoute, z } from '@hono/zod-openapi'
import { shanghaiDay } from '../clocks/working-days.ts'
import { permitKindValues } from '../db/queries.gen.ts'
import { Problem } from '../http/problem.ts'
import { publicId, type IdPrefix } from '../http/public-id.ts'
import { json, problems, room } from '../http/router.ts'
import { approvalFigures, decisionClocks } from './approvals.ts'
import { definitions } from './definitions.ts'
import { petitionFigures } from './petitions.ts'
import { supervisionFigures } from './supervision.ts'

const year = z.coerce.number().int().min(1990).max(2200)
const part = z.object({ value: z.number().nullable(), numerator: z.number(), denominator: z.number() })
const tile = z.object({
  figure: z.string(),
  unit: z.enum(['working_days', 'share', 'count']),
  has_data: z.boolean().openapi({ description: 'false where what it counts is not handled on the platform yet' }),
  this_year: part,
  last_year: part,
  months: z.array(part.extend({ month: z.number() })),
  reported: z.object({ before: z.number().nullable(), after: z.number(), source: z.string() }).nullable(),
  definition_zh: z.string(),
  definition_en: z.string(),
})
const supervision = z.object({
  yellow: z.array(z.number()),
  red: z.array(z.number()),
  breached: z.array(z.number()),
  breached_by: z.array(z.object({ owner: z.string(), count: z.number() })),
  unexplained: z.number(),
})
const approval = z.object({
  project_id: z.string(),
  reference: z.string(),
  kind: z.enum(permitKindValues),
  started_on: z.string(),
  decided_on: z.string(),
  working_days: z.number(),
  promised_limit: z.number().nullable(),
  statutory_limit: z.number().nullable(),
  is_late: z.boolean(),
  is_on_the_spot: z.boolean(),
})
const late = z.object({
  id: z.string(),
  /** the dig, else the request or the suspected dig that the clock is of */
  subject_id: z.string().nullable(),
  reference: z.string().nullable(),
  name: z.string().nullable(),
  promoter_name: z.string().nullable(),
  kind: z.string(),
  owner: z.string(),
  due_on: z.string(),
  stopped_at: z.string().nullable(),
})
const request = z.object({
  id: z.string(),
  reference: z.string(),
  kind_code: z.string(),
  came_on: z.string(),
  answered_on: z.string().nullable(),
  working_days: z.number().nullable(),
  is_closed: z.boolean(),
  result: z.string().nullable(),
})
const staff = ['authority', 'inspector', 'planner', 'auditor', 'admin']
const yearQuery = z.strictObject({ year: year.optional() })

/** 看板: the figures of a year, for everybody; and for staff what supervision counts, and the rows behind each. */
export const figures = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Average working days and shares of a year beside the year before, with the way each is computed',
      request: { query: yearQuery },
      responses: {
        200: json(
          z.object({ year: z.number(), as_of: z.string(), tiles: z.array(tile), petitions: z.array(tile) }),
          'public',
        ),
        ...problems,
      },
    }),
    async (c) => {
      const found = await c.var.run(async (ctx) => {
        const as_of = shanghaiDay(ctx.now)
        const asked = c.req.valid('query').year ?? Number(as_of.slice(0, 4))
        return {
          year: asked,
          as_of,
          tiles: await approvalFigures(ctx, asked),
          petitions: await petitionFigures(ctx, asked),
        }
      })
      return c.json(found, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/supervision',
      summary: 'Cards raised, clocks broken, red cards unexplained (staff)',
      request: { query: yearQuery },
      responses: { 200: json(supervision, 'of a year, by month'), ...problems },
    }),
    async (c) => {
      mustBeStaff(c.var.actor.role)
      const found = await c.var.run((ctx) =>
        supervisionFigures(ctx, c.req.valid('query').year ?? Number(shanghaiDay(ctx.now).slice(0, 4))),
      )
      return c.json(found, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/approvals',
      summary: 'The decisions behind a figure (staff)',
      request: {
        query: z.strictObject({
          figure: z.string().optional(),
          year,
          month: z.coerce.number().int().min(1).max(12).optional(),
          limit: z.coerce.number().int().min(1).max(1000).default(200),
        }),
      },
      responses: { 200: json(z.object({ approvals: z.array(approval) }), 'the latest first'), ...problems },
    }),
    async (c) => {
      mustBeStaff(c.var.actor.role)
      const { figure, year: asked, month, limit } = c.req.valid('query')
      const kinds = definitions.find((one) => one.figure === figure)?.kinds ?? null
      const approvals = await c.var.run(async (ctx) => {
        const rows = await ctx.tx.many('figures/list_approvals', {
          district_code: ctx.actor.district_code,
          year: asked,
          month: month ?? null,
          kinds: kinds && [...kinds],
          clocks: decisionClocks,
          known_on: shanghaiDay(ctx.now),
          limit,
        })
        return rows.map(({ district_code, project_id, ...row }) => ({
          ...row,
          project_id: publicId('prj', district_code, project_id),
        }))
      })
      return c.json({ approvals }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/late',
      summary: 'The clocks behind breaches and unexplained red cards (staff)',
      request: {
        query: z.strictObject({
          which: z.enum(['breached', 'unexplained']),
          year,
          limit: z.coerce.number().int().min(1).max(1000).default(200),
        }),
      },
      responses: { 200: json(z.object({ clocks: z.array(late) }), 'the latest last day first'), ...problems },
    }),
    async (c) => {
      mustBeStaff(c.var.actor.role)
      const asked = c.req.valid('query')
      const clocks = await c.var.run(async (ctx) => {
        const rows = await ctx.tx.many('figures/list_late', { ...asked, district_code: ctx.actor.district_code })
        return rows.map(({ district_code, id, project_id, subject_kind, subject_id, ...row }) => ({
          ...row,
          id: publicId('clk', district_code, id),
          subject_id: project_id
            ? publicId('prj', district_code, project_id)
            : prefixOf[subject_kind]
              ? publicId(prefixOf[subject_kind], district_code, subject_id)
              : null,
        }))
      })
      return c.json({ clocks }, 200)
    },
  )

  .openapi(
    createRoute({
      method: 'get',
      path: '/petitions',
      summary: 'The requests behind the figures of a year (staff)',
      request: {
        query: z.strictObject({
          year,
          month: z.coerce.number().int().min(1).max(12).optional(),
          limit: z.coerce.number().int().min(1).max(1000).default(200),
        }),
      },
      responses: { 200: json(z.object({ petitions: z.array(request) }), 'the latest first'), ...problems },
    }),
    async (c) => {
      mustBeStaff(c.var.actor.role)
      const { year: asked, month, limit } = c.req.valid('query')
      const petitions = await c.var.run(async (ctx) => {
        const rows = await ctx.tx.many('figures/list_petitions', {
          district_code: ctx.actor.district_code,
          year: asked,
          month: month ?? null,
          known_on: shanghaiDay(ctx.now),
          limit,
        })
        return rows.map(({ district_code, ...row }) => ({ ...row, id: publicId('ptn', district_code, row.id) }))
      })
      return c.json({ petitions }, 200)
    },
  )

/** What a clock may be of that is no dig. */
const prefixOf: Partial<Record<string, IdPrefix>> = { petition: 'ptn', detection: 'det' }

function mustBeStaff(role: string): void {
  if (role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (!staff.includes(role)) throw new Problem(403, 'figures/staff-only')
}
