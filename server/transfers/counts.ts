import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'

const days = 30
/** A count below this could point at one home. */
const smallest_shown = 5

/**
 * For everybody: how many accounts move, per street and kind, over the last 30 days. Every street that has homes is listed,
 * so that a hidden count tells nothing, not even whether there is any; the place is the street's centre.
 */
export async function countTransfers(ctx: Context) {
  const since = new Date(ctx.now.getTime() - days * 86_400_000).toISOString()
  const { district_code } = ctx.actor
  const rows = await ctx.system(() =>
    ctx.tx.many('transfers/count_by_street', { district_code, since, day: shanghaiDay(ctx.now) }),
  )
  const streets = rows.map(({ admin_code, street_name, kind, lon, lat, moving, open }) => ({
    admin_code,
    street_name,
    kind,
    centre: [round(lon), round(lat)] as [number, number],
    moving: orHidden(moving),
    open: orHidden(open),
    hidden: moving < smallest_shown || open < smallest_shown,
  }))
  return { since, streets }
}

const orHidden = (count: number) => (count < smallest_shown ? null : count)
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
