import { createRoute, z } from '@hono/zod-openapi'
import { problems, room } from '../http/router.ts'
import { publishCalendar } from './publish-calendar.ts'
import { noticeSchema } from './published-calendars.ts'

const calendar = z.object({
  version: z.string(),
  jurisdiction: z.string(),
  published_on: z.string(),
  known_from: z.string(),
  known_until: z.string(),
  source: z.string(),
  days_off: z.number(),
  days_worked: z.number(),
})

/** The statutory calendar: which notices it is made of, and how next year's comes in. */
export const calendars = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'The notices that deadlines are counted by',
      responses: {
        200: {
          description: 'the newest first',
          content: { 'application/json': { schema: z.object({ calendars: z.array(calendar) }) } },
        },
        ...problems,
      },
    }),
    async (c) => c.json({ calendars: await c.var.run(({ tx }) => tx.many('clocks/list_calendars', {})) }, 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Take in a notice of the State Council; running deadlines are counted again within a minute',
      request: { body: { required: true, content: { 'application/json': { schema: noticeSchema } } } },
      responses: {
        201: {
          description: 'the version of the calendar from now on',
          content: { 'application/json': { schema: z.object({ version: z.string() }) } },
        },
        ...problems,
      },
    }),
    async (c) => c.json({ version: await c.var.run((ctx) => publishCalendar(ctx, c.req.valid('json'))) }, 201),
  )
