import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import { findProject } from '../projects/find.ts'

export type BuildingRow = Queries['homes/find_building']['row']
export type UnitRow = Queries['homes/find_unit']['row']

export function homeKey(prefix: 'bld' | 'unt', id: string): Key {
  const key = parsePublicId(prefix, id)
  if (!key) throw notFound('homes')
  return key
}

export async function findBuilding(ctx: Context, key: Key): Promise<BuildingRow> {
  const building = await ctx.tx.one('homes/find_building', key)
  if (!building) throw notFound('homes')
  return building
}

/** One home. The list of homes is for those who are signed in. */
export async function findUnit(ctx: Context, key: Key): Promise<UnitRow> {
  const unit = ctx.actor.role === 'public' ? null : await ctx.tx.one('homes/find_unit', key)
  if (!unit) throw notFound('homes')
  return unit
}

/** The dig a building came out of, as far as the caller may know it; `no_dig_on_record` where there is none. */
export async function originOf(ctx: Context, { district_code, project_id }: BuildingRow) {
  const dig = project_id ? await findProject(ctx, { district_code, id: project_id }).catch(nullWhenUnknown) : null
  if (!dig) return { origin: null, no_dig_on_record: true }
  const { reference, name, name_en, kind, stage, promoter_name, begun_on, ended_on, planned_from, planned_to } = dig
  const id = publicId('prj', district_code, dig.id)
  const origin = {
    id,
    reference,
    name,
    name_en,
    kind,
    stage,
    promoter_name,
    begun_on,
    ended_on,
    planned_from,
    planned_to,
  }
  return { origin, no_dig_on_record: false }
}

function nullWhenUnknown(error: unknown): null {
  if (error instanceof Problem && error.status === 404) return null
  throw error
}

/** Digs permitted or on the ground within 30 m of a building: public knowledge, nearest first. */
export async function digsNear(ctx: Context, { district_code, id }: Key) {
  const digs = await ctx.system(() => ctx.tx.many('homes/list_digs_near', { district_code, building_id: id }))
  return digs.map(({ planned_to, distance_m, ...dig }) => ({
    ...dig,
    id: publicId('prj', district_code, dig.id),
    expected_backfill_on: planned_to,
    distance_m: Math.round(distance_m * 10) / 10,
  }))
}
