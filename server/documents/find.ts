import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound, Problem } from '../http/problem.ts'
import type { ServedFile } from '../http/file-headers.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'

export type DocumentRow = Queries['documents/find_document']['row']

/** A paper as the caller may see it, or 404. */
export async function findDocument(ctx: Context, id: string): Promise<DocumentRow> {
  const key = parsePublicId('doc', id)
  const found = key && ctx.actor.role !== 'public' ? await ctx.tx.one('documents/find_document', key) : null
  if (!found) throw notFound('documents')
  return found
}

/** The file of a paper that is printed; 409 in the seconds before. */
export async function findFile(ctx: Context, id: string): Promise<ServedFile & { store_key: string }> {
  const { name, media_type, size_bytes, sha256, store_key, state } = await findDocument(ctx, id)
  if (!name || !media_type || size_bytes === null || !sha256 || !store_key)
    throw new Problem(409, 'documents/not-yet-printed', { state })
  return { name, media_type, size_bytes, sha256, store_key, audience: 'parties' }
}

/** The permit's dig, if the caller may see the permit; else 404. */
export async function findPermitOfPapers(ctx: Context, id: string): Promise<Key & { project_id: string }> {
  const key = parsePublicId('per', id)
  const found = key && ctx.actor.role !== 'public' ? await ctx.tx.one('documents/find_permit', key) : null
  if (!found) throw notFound('permits')
  return found
}
