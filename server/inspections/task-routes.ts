import { createRoute } from '@hono/zod-openapi'
import type { Actor } from '../access/actor.ts'
import { shanghaiDay, shiftDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { publicId } from '../http/public-id.ts'
import { json, problems, room } from '../http/router.ts'
import { staffOnly } from '../http/staff-only.ts'
import { monthEnd } from './plan.ts'
import { coverage, coverageQuery, tasks, tasksQuery } from './task-schemas.ts'

/** The plan of visits (检查计划): what is to be seen, what was missed or done, and how much of the plan was kept. For staff. */
export const inspectionTasks = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'Planned visits of a month: open ones, missed ones, or those that were made',
      request: { query: tasksQuery },
      responses: { 200: json(tasks, 'the earliest last day first'), ...problems },
    }),
    async (c) => {
      staffOnly(c.var.actor, 'inspections/not-your-move')
      const { state, month, whose, limit } = c.req.valid('query')
      const rows = await c.var.run(async (ctx) => {
        const { today, ...span } = spanOf(ctx, month)
        const yesterday = shiftDay(today, -1)
        const days = {
          open: { from: today, to: span.to },
          missed: { from: span.from, to: yesterday < span.to ? yesterday : span.to },
          done: span,
        }[state]
        return ctx.tx.many('inspections/list_tasks', {
          district_code: ctx.actor.district_code,
          ...days,
          unit_id: unitOf(ctx.actor, whose),
          is_done: state === 'done',
          limit,
        })
      })
      return c.json({ total: rows[0]?.total ?? 0, tasks: rows.map(viewTask) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/coverage',
      summary: 'How much of a month’s plan was kept, by reason (检查覆盖率)',
      request: { query: coverageQuery },
      responses: { 200: json(coverage, 'the figures'), ...problems },
    }),
    async (c) => {
      staffOnly(c.var.actor, 'inspections/not-your-move')
      const { month, whose } = c.req.valid('query')
      const answer = await c.var.run(async (ctx) => {
        const span = spanOf(ctx, month)
        const { district_code } = ctx.actor
        const reasons = await ctx.tx.many('inspections/count_coverage', {
          district_code,
          ...span,
          unit_id: unitOf(ctx.actor, whose),
        })
        return { from: span.from, to: span.to, reasons }
      })
      const sum = (figure: 'planned' | 'done' | 'missed' | 'open') =>
        answer.reasons.reduce((total, row) => total + row[figure], 0)
      const [done, missed] = [sum('done'), sum('missed')]
      const due = done + missed
      return c.json(
        { ...answer, planned: sum('planned'), done, missed, open: sum('open'), share: due > 0 ? done / due : null },
        200,
      )
    },
  )

type TaskRow = Queries['inspections/list_tasks']['row']

/** A planned visit as it goes out. */
export const viewTask = ({
  district_code,
  id: _i,
  project_id,
  inspection_id,
  total: _t,
  lon,
  lat,
  ...row
}: TaskRow) => ({
  ...row,
  project_id: publicId('prj', district_code, project_id),
  inspection_id: inspection_id && publicId('ins', district_code, inspection_id),
  center: [lon, lat],
})
const unitOf = (actor: Actor, whose: 'all' | 'mine') => (whose === 'mine' ? actor.organisation_id : null)
function spanOf(ctx: Context, month: string | undefined): { from: string; to: string; today: string } {
  const today = shanghaiDay(ctx.now)
  const from = `${month ?? today.slice(0, 7)}-01`
  return { from, to: monthEnd(from), today }
}
