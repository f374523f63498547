import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { z } from '@hono/zod-openapi'
import type { divisionQuery } from './schemas.ts'

/** Divisions of a day (today) by code, from one downwards (the caller's district): what a picker offers. */
export async function listDivisions(ctx: Context, { under, level, on }: z.infer<typeof divisionQuery>) {
  const rows = await ctx.tx.many('areas/list_divisions', {
    under: under ?? String(ctx.actor.district_code),
    level: level ?? null,
    day: on ?? shanghaiDay(ctx.now),
  })
  return rows.map(({ lon, lat, west, south, east, north, ...row }) => ({
    ...row,
    center: lon === null ? null : [lon, lat],
    bbox: west === null ? null : [west, south, east, north],
  }))
}
