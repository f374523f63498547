import { shanghaiDay, shiftDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { publicId } from '../http/public-id.ts'
import type { NearQuery } from './public-schemas.ts'

/** A permitted dig is of interest to a neighbour so many days before it begins. */
const soon_days = 30
const most = 50

/** What is being dug around a place, or soon will be: what, by which organisation, until when, under which permit; the nearest first, fifty at most. */
export async function digsNear(ctx: Context, { lon, lat, radius_m }: NearQuery) {
  const as_of = shanghaiDay(ctx.now)
  const rows = await ctx.system(() =>
    ctx.tx.many('petitions/list_digs_near', {
      district_code: ctx.actor.district_code,
      lon,
      lat,
      radius_m,
      soon: shiftDay(as_of, soon_days),
      limit: most,
    }),
  )
  return {
    as_of,
    digs: rows.map(({ district_code, id, distance_m, ...dig }) => ({
      ...dig,
      id: publicId('prj', district_code, id),
      distance_m: Math.round(distance_m),
    })),
  }
}
