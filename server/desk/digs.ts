import { forecastOf } from '../clocks/ledger.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { findOwnProject } from '../projects/find.ts'
import { actionsFor } from '../projects/view.ts'

const most = 60

/**
 * A builder's own digs under way: what could be done next with each, or why it is not allowed yet, and the clocks that run, with whose ball it is and
 * when they turn. Nothing for who is no builder.
 */
export async function listOwnDigs(ctx: Context, parts: Parts) {
  const { district_code, organisation_id, role } = ctx.actor
  if (role !== 'promoter' || !organisation_id) return []
  const today = shanghaiDay(ctx.now)
  const found = await ctx.tx.many('desk/list_own_digs', { district_code, promoter_id: organisation_id, limit: most })
  const digs = []
  for (const { id } of found) {
    const project = await findOwnProject(ctx, { district_code, id })
    const clocks = await ctx.tx.many('clocks/list_clocks_of_project', { district_code, project_id: id })
    digs.push({
      id: publicId('prj', district_code, id),
      actions: (await actionsFor(ctx, parts, project))
        .filter(({ href }) => !href.startsWith('/api/sites/'))
        .map(({ name, allowed, reason }) => ({ name, allowed, reason })),
      clocks: clocks
        .filter(({ state }) => state === 'running')
        .map((clock) => ({
          kind: clock.kind,
          owner: clock.owner,
          is_mine: clock.owner_id === organisation_id,
          due_on: clock.due_on,
          card: clock.card,
          forecast: forecastOf(clock, today),
        })),
    })
  }
  return digs
}
