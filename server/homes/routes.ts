import { createRoute } from '@hono/zod-openapi'
import { Problem } from '../http/problem.ts'
import { json, problems, room } from '../http/router.ts'
import { homeKey } from './find.ts'
import { building, buildingId, history, unit, unitId, unitQuery, units } from './schemas.ts'
import { homeHistory, searchUnits, viewBuilding, viewUnit } from './view.ts'

/** Buildings and the homes in them: they name nobody. Who buys is in the transfers, and only for those who take part. */
export const homes = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/buildings/{id}',
      summary: 'A building as the grid of its homes (楼盘表)',
      request: { params: buildingId },
      responses: { 200: json(building, 'the building'), ...problems },
    }),
    async (c) => c.json(await c.var.run((ctx) => viewBuilding(ctx, homeKey('bld', c.req.valid('param').id))), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/units',
      summary: 'Look a home up by its label or unit code',
      request: { query: unitQuery },
      responses: { 200: json(units, 'exact ones first'), ...problems },
    }),
    async (c) => {
      if (c.var.actor.role !== 'registry') throw new Problem(403, 'homes/registry-only', { role: c.var.actor.role })
      return c.json({ units: await c.var.run((ctx) => searchUnits(ctx, c.req.valid('query'))) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/units/{id}',
      summary: 'A home: its building, the dig it came from, the digs near it, and the caller’s own transfers',
      request: { params: unitId },
      responses: { 200: json(unit, 'the home'), ...problems },
    }),
    async (c) => c.json(await c.var.run((ctx) => viewUnit(ctx, homeKey('unt', c.req.valid('param').id))), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/units/{id}/history',
      summary: 'What happened to the sales of a home, as far as the caller has a part in it',
      request: { params: unitId },
      responses: { 200: json(history, 'oldest first'), ...problems },
    }),
    async (c) =>
      c.json({ events: await c.var.run((ctx) => homeHistory(ctx, homeKey('unt', c.req.valid('param').id))) }, 200),
  )
