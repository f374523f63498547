import { createRoute, z } from '@hono/zod-openapi'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { publicId } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'
import { staffOnly } from '../http/staff-only.ts'
import { answerClock, clockKey } from './answer.ts'
import { currentCalendar } from './calendar.ts'
import { ledgerOf } from './ledger.ts'
import {
  calendarVersion,
  clockId,
  deadlineAnswer,
  deadlineQuery,
  explainInput,
  explanation,
  ledger,
  limitQuery,
  movedClock,
  noInput,
  recount,
} from './schemas.ts'
import { addWorkingDays } from './working-days.ts'

const answer = {
  200: { description: 'the clock with its ledger', content: { 'application/json': { schema: ledger } } },
  ...problems,
}

/** Deadlines for everybody who must count one, and the ledgers of clocks for those who may see them. */
export const clocks = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/deadline',
      summary: 'The last day of so many working days, by the calendar as published now',
      request: { query: deadlineQuery },
      responses: {
        200: { description: 'the day', content: { 'application/json': { schema: deadlineAnswer } } },
        ...problems,
      },
    }),
    async (c) => {
      const { from, working_days } = c.req.valid('query')
      const calendar = await c.var.run(currentCalendar)
      return c.json({ ...addWorkingDays(from, working_days, calendar), calendar_version: calendar.version }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/explanations',
      summary: 'Why limits were passed, as the law wants it told to everybody (优化营商环境条例 36)',
      request: { query: limitQuery },
      responses: {
        200: {
          description: 'the newest first',
          content: { 'application/json': { schema: z.object({ explanations: z.array(explanation) }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      const { limit } = c.req.valid('query')
      const { district_code } = c.var.actor
      const rows = await c.var.run((ctx) =>
        ctx.system(() => ctx.tx.many('clocks/list_explanations', { district_code, limit })),
      )
      return c.json(
        {
          explanations: rows.map(({ district_code: at, ...row }) => ({
            ...row,
            id: publicId('clk', at, row.id),
            project_id: publicId('prj', at, row.project_id),
          })),
        },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/recounts',
      summary: 'How the open clocks were counted again after each new calendar',
      responses: {
        200: {
          description: 'the newest calendar first',
          content: { 'application/json': { schema: z.object({ recounts: z.array(recount) }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      const { district_code } = staffOnly(c.var.actor, 'clocks/staff-only')
      return c.json({ recounts: await c.var.run(({ tx }) => tx.many('clocks/list_recounts', { district_code })) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/recounts/{calendar_version}',
      summary: 'The deadlines that a calendar moved, with the day before and after',
      request: { params: calendarVersion, query: limitQuery },
      responses: {
        200: {
          description: 'the largest shift first',
          content: { 'application/json': { schema: z.object({ moved: z.array(movedClock) }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      const { district_code } = staffOnly(c.var.actor, 'clocks/staff-only')
      const rows = await c.var.run(({ tx }) =>
        tx.many('clocks/list_moved', { district_code, ...c.req.valid('param'), ...c.req.valid('query') }),
      )
      return c.json(
        {
          moved: rows.map(({ clock_id, project_id, ...row }) => ({
            ...row,
            id: publicId('clk', district_code, clock_id),
            project_id: project_id && publicId('prj', district_code, project_id),
          })),
        },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One clock with its ledger',
      request: { params: clockId },
      responses: answer,
    }),
    async (c) => {
      const found = await c.var.run((ctx) => ledgerOf(ctx, clockKey(c.req.valid('param').id)))
      return c.json(found, 200, { etag: etagOf(found.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/acknowledge',
      summary: 'The holder of the ball has seen the card',
      request: { params: clockId, body: { required: true, content: { 'application/json': { schema: noInput } } } },
      responses: answer,
    }),
    async (c) => {
      const key = clockKey(c.req.valid('param').id)
      const seen = ifMatch(c.req.header('if-match'))
      const found = await c.var.run(async (ctx) => {
        await answerClock(ctx, key, { answer: 'acknowledge', seen })
        return ledgerOf(ctx, key)
      })
      return c.json(found, 200, { etag: etagOf(found.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/explain',
      summary: 'Say in public why the limit was passed',
      request: { params: clockId, body: { required: true, content: { 'application/json': { schema: explainInput } } } },
      responses: answer,
    }),
    async (c) => {
      const key = clockKey(c.req.valid('param').id)
      const seen = ifMatch(c.req.header('if-match'))
      const found = await c.var.run(async (ctx) => {
        await answerClock(ctx, key, { answer: 'explain', seen, ...c.req.valid('json') })
        return ledgerOf(ctx, key)
      })
      return c.json(found, 200, { etag: etagOf(found.version) })
    },
  )
