import { createRoute, z } from '@hono/zod-openapi'
import { currentCalendar } from '../clocks/calendar.ts'
import { addWorkingDays, shanghaiDay } from '../clocks/working-days.ts'
import type { Env } from '../http/environment.ts'
import { Problem } from '../http/problem.ts'
import { problems, room } from '../http/router.ts'
import { readSetting } from '../settings/setting.ts'
import type { MiddlewareHandler } from 'hono'
import { demoSaleKey, type DemoSale } from './sale.ts'

/** Key of the setting that keeps the demo's accounts with their tokens: a demo has no secrets, and works on loopback only. */
export const demoAccountsKey = 'demo.accounts'

const onlyInTheDemo: MiddlewareHandler<Env> = async (c, next) => {
  if (!c.var.parts.demo || c.req.header('x-forwarded-for') || c.req.header('forwarded'))
    throw new Problem(404, 'http/no-such-path')
  await next()
}

const account = z.object({
  name: z.string(),
  name_en: z.string(),
  role: z.string(),
  organisation: z.string(),
  organisation_en: z.string(),
  utility_kind: z.string().nullable(),
  token: z.string(),
})

const party = z.object({ name: z.string(), id_type: z.string(), id_no: z.string(), phone: z.string() })
const sale = z.object({
  unit_id: z.string(),
  building_id: z.string(),
  label: z.string(),
  acceptance_no: z.string(),
  buyers: z.array(party),
  sellers: z.array(party),
  accounts: z.array(z.object({ kind: z.string(), account_no: z.string() })),
})

const router = room()
router.use(onlyInTheDemo)

/** The synthetic demo: who one may be today, and the clock that one may turn. 404 where there is no demo. */
export const demo = router
  .openapi(
    createRoute({
      method: 'get',
      path: '/accounts',
      summary: 'The people of the demo',
      responses: {
        200: { description: 'one card each', content: { 'application/json': { schema: z.array(account) } } },
        ...problems,
      },
    }),
    async (c) => c.json((await readSetting(c.var.parts.run, demoAccountsKey)) as z.infer<typeof account>[], 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/sale',
      summary: 'The invented sale of the demo’s script, to fill the registry’s form with',
      responses: {
        200: { description: 'its home, people and accounts', content: { 'application/json': { schema: sale } } },
        ...problems,
      },
    }),
    async (c) => {
      const found = (await readSetting(c.var.parts.run, demoSaleKey)) as DemoSale | null
      if (!found || c.var.actor.role !== 'registry') throw new Problem(404, 'http/no-such-path')
      return c.json(found, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/clock/advance',
      summary: 'Turn the business clock on by working days',
      request: {
        body: {
          required: true,
          content: {
            'application/json': { schema: z.strictObject({ working_days: z.number().int().min(1).max(30) }) },
          },
        },
      },
      responses: {
        200: {
          description: 'the new business day',
          content: { 'application/json': { schema: z.object({ today: z.string() }) } },
        },
        ...problems,
      },
    }),
    async (c) => {
      const { parts } = c.var
      if (!parts.turnClock) throw new Problem(404, 'http/no-such-path')
      const { working_days } = c.req.valid('json')
      const to = await c.var.run(
        async (ctx) => {
          const today = shanghaiDay(ctx.now)
          const { due_on } = addWorkingDays(today, working_days, await currentCalendar(ctx))
          return new Date(ctx.now.getTime() + (Date.parse(due_on) - Date.parse(today)))
        },
        { as: 'dongtu_system' },
      )
      await parts.turnClock(to)
      return c.json({ today: shanghaiDay(to) }, 200)
    },
  )
