import type { Context } from '../context.ts'
import { field, invalid, notFound } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { findOwnProject, projectKey, type ProjectRow } from '../projects/find.ts'
import type { InspectionInput } from './schemas.ts'

export interface VisitPlace {
  project: ProjectRow
  site_id: string | null
  /** The rectification that this visit looks at again. */
  follows: string | null
}
type Named = { key: Key; project_id: string; site_id: string | null } | null

/**
 * The dig and the site of a visit, as the caller may see them: else 404. A re-inspection is where its rectification is.
 * 422 when nothing is named, or what is named lies in different digs.
 */
export async function placeOf(ctx: Context, input: InspectionInput): Promise<VisitPlace> {
  const site = await siteOf(ctx, input.site_id)
  const followed = await followedBy(ctx, input.follows_rectification_id)
  const named = input.project_id ? projectKey(input.project_id) : null
  const within = named ?? keyOf(site) ?? keyOf(followed)
  if (!within) throw wrong('/site_id', '须指明工段或项目', 'name the site or the dig')
  const project = await findOwnProject(ctx, within)
  if (site && site.project_id !== project.id)
    throw wrong('/site_id', '该工段不属于这个项目', 'the site is of another dig')
  if (followed && followed.project_id !== project.id)
    throw wrong('/follows_rectification_id', '该整改不属于这个项目', 'the rectification is of another dig')
  return { project, site_id: site?.key.id ?? followed?.site_id ?? null, follows: followed?.key.id ?? null }
}

async function siteOf(ctx: Context, id: string | null | undefined): Promise<Named> {
  if (!id) return null
  const key = parsePublicId('sit', id)
  const site = key && ctx.actor.role !== 'public' ? await ctx.tx.one('inspections/find_site', key) : null
  if (!site) throw notFound('sites')
  return { key: key!, project_id: site.project_id, site_id: key!.id }
}

async function followedBy(ctx: Context, id: string | null | undefined): Promise<Named> {
  if (!id) return null
  const key = parsePublicId('rec', id)
  const found = key && ctx.actor.role !== 'public' ? await ctx.tx.one('inspections/find_followed', key) : null
  if (!found) throw notFound('rectifications')
  return { key: key!, ...found }
}

const keyOf = (named: Named): Key | null => named && { district_code: named.key.district_code, id: named.project_id }
const wrong = (pointer: string, zh: string, en: string) =>
  invalid('inspections/invalid', [field(pointer, 'http/invalid-value', zh, en)])
