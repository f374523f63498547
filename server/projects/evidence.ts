import type { Context } from '../context.ts'
import { publicId } from '../http/public-id.ts'
import { knownFiles } from './known-files.ts'

export interface Place {
  district_code: number
  project_id: string
  site_id: string | null
}

/** Files of a dig by their public ids, as what proves something of it: every one must be there for the caller, else 422 names it. */
export async function evidenceOf(
  ctx: Context,
  place: Omit<Place, 'site_id'>,
  ids: readonly string[],
  pointer: string,
): Promise<string[]> {
  return knownFiles(ids, (asked) => rowsOf(ctx, { ...place, site_id: null }, asked), {
    code: 'projects/evidence-unknown',
    pointer,
    words: ['该项目没有这个附件', 'the dig has no such file'],
  })
}

/** The same files for showing, with how far from the site (else from the dig) each photo says it was taken, in metres. */
export async function viewEvidence(ctx: Context, place: Place, ids: readonly string[]) {
  const rows = await rowsOf(ctx, place, ids)
  return rows.map(({ district_code, id, ...row }) => ({ ...row, id: publicId('att', district_code, id) }))
}

/** The photos among them, with how far from the dig each says it was taken; null where it does not say. */
export async function photosOf(ctx: Context, place: Omit<Place, 'site_id'>, ids: readonly string[]) {
  const rows = await rowsOf(ctx, { ...place, site_id: null }, ids)
  return rows.filter(({ media_type }) => media_type.startsWith('image/'))
}

async function rowsOf(ctx: Context, place: Place, ids: readonly string[]) {
  return ids.length === 0 ? [] : ctx.tx.many('projects/list_evidence', { ...place, ids: [...ids] })
}
