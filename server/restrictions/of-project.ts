import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { findOwnProject } from '../projects/find.ts'
import { showHold } from './hold.ts'

/** What restricts one dig, for those who see it whole: holds on its promoter, blackout periods to come, roads in their no-dig years, exceptions granted. */
export async function restrictionsOfProject(ctx: Context, key: Key) {
  const project = await findOwnProject(ctx, key)
  const { district_code, promoter_id } = project
  const day = shanghaiDay(ctx.now)
  const of = { district_code, project_id: project.id }
  const holds = await ctx.tx.many('restrictions/list_holds', { district_code, promoter_id, with_past: false })
  const { blackouts, roads } = await ctx.system(async () => ({
    blackouts: await ctx.tx.many('restrictions/list_blackouts_over', {
      geometry: JSON.stringify(project.geometry),
      district_codes: [district_code],
      kind: project.kind,
      day,
    }),
    roads: await ctx.tx.many('permits/list_moratoria', { ...of, day }),
  }))
  const exceptions = await ctx.tx.many('restrictions/list_exceptions', of)
  return {
    promoter_id: publicId('org', district_code, promoter_id),
    may_hold: ctx.actor.role === 'authority',
    holds: holds.map(showHold),
    blackouts: blackouts.map(({ id, name_zh, name_en, from_on, last_on }) => ({
      id: publicId('blk', district_code, id),
      name_zh,
      name_en,
      from_on,
      last_on,
    })),
    roads: roads.map(({ id, jurisdiction: _j, ...road }) => ({ ...road, id: publicId('rod', district_code, id) })),
    exceptions: exceptions.map(({ reference, approval, roads: named }) => ({
      permit: reference,
      approval,
      roads: named as Record<string, string>[],
    })),
  }
}
