import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { field, invalid, notFound, Problem } from '../http/problem.ts'
import { parsePublicId, publicId } from '../http/public-id.ts'
import type { SaveInput } from './schemas.ts'
import type { Shape } from './shape.ts'

/** More than anybody picks from a list. */
const most_saved = 200

/** Keeps an area under a name, with what was asked of it, for the caller's organisation. It must have a surface. */
export async function saveArea(ctx: Context, { name, area, query }: SaveInput, shape: Shape): Promise<string> {
  const { organisation_id, person_id, district_code } = keeperOf(ctx)
  if (shape.dimension !== 2)
    throw invalid('areas/invalid', [
      field(
        '/area',
        'areas/no-surface',
        '点和线须加缓冲距离才能保存',
        'a point or line needs buffer_m to be kept as an area',
      ),
    ])
  const held = await ctx.tx.one('areas/count_saved_areas', { district_code, organisation_id })
  if (held!.count >= most_saved) throw new Problem(409, 'areas/too-many', { most: most_saved })
  const id = randomUUID()
  await ctx.tx.run('areas/insert_saved_area', {
    district_code,
    id,
    organisation_id,
    person_id,
    name,
    query: JSON.stringify({ area, ...query }),
    ewkb: shape.ewkb,
    now: ctx.now.toISOString(),
  })
  await ctx.audit({ action: 'area.save', district_code, subject_kind: 'area', subject_id: id, detail: { name } })
  return publicId('are', district_code, id)
}

/** The areas that the caller's organisation keeps, newest first. */
export async function listSavedAreas(ctx: Context) {
  const { organisation_id, district_code } = keeperOf(ctx)
  const rows = await ctx.tx.many('areas/list_saved_areas', { district_code, organisation_id })
  return rows.map(({ district_code: at, west, south, east, north, ...row }) => ({
    ...row,
    id: publicId('are', at, row.id),
    bbox: [west, south, east, north],
  }))
}

/** Removes one; another organisation's is 404. */
export async function deleteSavedArea(ctx: Context, id: string): Promise<void> {
  const { organisation_id } = keeperOf(ctx)
  const key = parsePublicId('are', id)
  const deleted = key && (await ctx.tx.one('areas/delete_saved_area', { ...key, organisation_id }))
  if (!deleted) throw notFound('areas')
  await ctx.audit({
    action: 'area.delete',
    district_code: key.district_code,
    subject_kind: 'area',
    subject_id: key.id,
    detail: { name: deleted.name },
  })
}

function keeperOf({ actor }: Context) {
  if (!actor.organisation_id || !actor.id) throw new Problem(401, 'accounts/unknown-credential')
  return { organisation_id: actor.organisation_id, person_id: actor.id, district_code: actor.district_code }
}
