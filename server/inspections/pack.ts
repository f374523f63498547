import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { publicId } from '../http/public-id.ts'
import type { Finding } from './follow-ups.ts'
import { fieldRule } from './from-the-field.ts'
import type { Pack } from './pack-schemas.ts'
import { monthEnd } from './plan.ts'
import { viewTask } from './task-routes.ts'

type DigRow = Queries['inspections/list_pack_digs']['row']
type Dig = Pack['digs'][number]
// what the statement answers as jsonb: ids as they lie in the database, findings with the words somebody added
type Order = Omit<Dig['rectifications'][number], 'items'> & { items: Finding[] }
type Seen = Omit<Dig['last_visits'][number], 'items'> & { findings: Finding[] }

/** Digs and tasks that a device takes along at most. */
const most = 500

/**
 * The day of an inspector, to be taken along (外勤包): what is planned until the end of the month, and the file of each dig that is to be seen or has something to
 * be put right. No person is named in it and no free word of one is in it, because it lies on a device: the words are those of the dictionaries.
 */
export async function packDay(ctx: Context, whose: 'all' | 'mine'): Promise<Pack> {
  const { district_code } = ctx.actor
  const unit_id = whose === 'mine' ? ctx.actor.organisation_id : null
  const today = shanghaiDay(ctx.now)
  const tasks = await ctx.tx.many('inspections/list_tasks', {
    district_code,
    from: today,
    to: monthEnd(today),
    unit_id,
    is_done: false,
    limit: most,
  })
  const ids = [...new Set(tasks.map(({ project_id }) => project_id))]
  const digs = await ctx.tx.many('inspections/list_pack_digs', { district_code, ids, unit_id, limit: most })
  return {
    holder_id: publicId('psn', district_code, ctx.actor.id!),
    today,
    now: ctx.now.toISOString(),
    limits: await fieldRule(ctx, district_code),
    tasks: tasks.map(viewTask),
    digs: digs.map(viewDig),
  }
}

function viewDig({ district_code, id, sites, permits, orders, last_visits, ...dig }: DigRow): Dig {
  const site = (site_id: string) => publicId('sit', district_code, site_id)
  return {
    ...dig,
    id: publicId('prj', district_code, id),
    sites: (sites as Dig['sites']).map((one) => ({ ...one, id: site(one.id) })),
    permits: permits as Dig['permits'],
    rectifications: (orders as Order[]).map(({ items, ...order }) => ({
      ...order,
      id: publicId('rec', district_code, order.id),
      site_id: order.site_id && site(order.site_id),
      items: items.map(inWords),
    })),
    last_visits: (last_visits as Seen[]).map(({ findings, ...seen }) => ({ ...seen, items: findings.map(inWords) })),
  }
}

const inWords = ({ code, severity, text_zh, text_en }: Finding) => ({ code, severity, text_zh, text_en })
