import type { Context } from '../context.ts'
import { publicId } from '../http/public-id.ts'
import type { ProjectRow } from '../projects/find.ts'
import { mayProduce, missingMoves } from './produce-missing.ts'

/** The papers of a dig, or of one of its permits, newest first; how many moves have none, and whether the caller may have those printed. */
export async function listDocuments(ctx: Context, project: ProjectRow, permit_id: string | null) {
  const { district_code, id: project_id } = project
  const rows = await ctx.tx.many('documents/list_documents', { district_code, project_id, permit_id })
  const missing = await missingMoves(ctx, project)
  return {
    documents: rows.map(({ district_code: _d, ...row }) => ({
      ...row,
      state: row.state as 'due' | 'made',
      id: publicId('doc', district_code, row.id),
      project_id: publicId('prj', district_code, row.project_id),
      permit_id: row.permit_id ? publicId('per', district_code, row.permit_id) : null,
      attachment_id: row.attachment_id ? publicId('att', district_code, row.attachment_id) : null,
    })),
    missing: missing.length,
    may_produce: missing.length > 0 && mayProduce(ctx, project),
  }
}
